-- What admins changed and hold of what clips earned: one row for each deed, by its own id, so that a deed counts once
-- however often and in whatever order it is told.
CREATE TABLE adjustment (
    id            uuid PRIMARY KEY,
    clip_id       uuid    NOT NULL,
    clipper_id    text    NOT NULL,
    amount_micros bigint  NOT NULL CHECK (amount_micros <> 0),
    currency      char(3) NOT NULL
);
CREATE INDEX adjustment_of_clipper ON adjustment (clipper_id);
CREATE INDEX adjustment_of_clip ON adjustment (clip_id);

-- Money that is earned and can't be paid out yet: until a time, or until it is released. Released may be heard first.
CREATE TABLE held_money (
    id            uuid PRIMARY KEY,
    clipper_id    text    NOT NULL,
    amount_micros bigint  NOT NULL CHECK (amount_micros > 0),
    currency      char(3) NOT NULL,
    payable_at    timestamptz,
    released      boolean NOT NULL,
    CHECK (payable_at IS NULL OR NOT released)
);
CREATE INDEX held_money_of_clipper ON held_money (clipper_id) WHERE NOT released;
-- Those whose time has come are forgotten, now and then.
CREATE INDEX held_money_payable ON held_money (payable_at) WHERE payable_at IS NOT NULL;

CREATE OR REPLACE FUNCTION forget_read_models() RETURNS void LANGUAGE sql AS $$
    TRUNCATE campaign, completion, clip, clipper_campaign, payout, video, video_posted_for, found_day, adjustment, held_money;
    DELETE FROM chassis.consumer_offset;
$$;
