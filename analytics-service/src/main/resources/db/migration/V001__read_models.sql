-- Read models: every row is made of events and can be made again. Each topic has its own columns or table, guarded so
-- that an event that is older than what is known, or known already, changes nothing: topics may be read in any order.

CREATE TABLE campaign (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL CHECK (version >= 0),
    name       text        NOT NULL,
    status     text        NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ENDED')),
    currency   char(3)     NOT NULL,
    changed_at timestamptz NOT NULL
);

-- Apart from campaign: it comes by another topic, maybe first.
CREATE TABLE completion (
    campaign_id  uuid PRIMARY KEY,
    spent_micros bigint      NOT NULL CHECK (spent_micros >= 0),
    currency     char(3)     NOT NULL,
    clips        integer     NOT NULL CHECK (clips >= 0),
    views        bigint      NOT NULL CHECK (views >= 0),
    reason       text        NOT NULL,
    completed_at timestamptz NOT NULL
);

-- A submission, from the first that is heard of it; what a topic has not told yet is null.
CREATE TABLE clip (
    id             uuid PRIMARY KEY,
    campaign_id    uuid NOT NULL,
    clipper_id     text NOT NULL,
    status         text NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    platform       text,
    video_id       text,
    url            text,
    initial_views  bigint CHECK (initial_views >= 0),
    views          bigint CHECK (views >= 0),
    likes          bigint CHECK (likes >= 0),
    comments       bigint CHECK (comments >= 0),
    shares         bigint CHECK (shares >= 0),
    saves          bigint CHECK (saves >= 0),
    observed_at    timestamptz,
    currency       char(3),
    earned_micros  bigint CHECK (earned_micros >= 0),
    final_micros   bigint CHECK (final_micros >= 0),
    CHECK ((views IS NULL) = (observed_at IS NULL)),
    CHECK (currency IS NOT NULL OR (earned_micros IS NULL AND final_micros IS NULL))
);
CREATE INDEX clip_of_clipper ON clip (clipper_id, id DESC);

-- The sums of clip, kept in step by the statement that changes it, so that a dashboard does not read every clip.
-- A change may lower the views (platforms purge), so the row that an insert proposes may be below 0.
CREATE TABLE clipper_campaign (
    clipper_id    text   NOT NULL,
    campaign_id   uuid   NOT NULL,
    clips         bigint NOT NULL CHECK (clips >= 0),
    views         bigint NOT NULL,
    currency      char(3),
    earned_micros bigint NOT NULL CHECK (earned_micros >= 0),
    PRIMARY KEY (clipper_id, campaign_id)
);

CREATE TABLE payout (
    id            uuid PRIMARY KEY,
    clipper_id    text        NOT NULL,
    amount_micros bigint      NOT NULL CHECK (amount_micros > 0),
    currency      char(3)     NOT NULL,
    status        text        NOT NULL CHECK (status IN ('REQUESTED', 'APPROVED', 'PAID', 'REJECTED', 'FAILED', 'CANCELLED')),
    step          smallint    NOT NULL CHECK (step BETWEEN 1 AND 3),
    changed_at    timestamptz NOT NULL
);
CREATE INDEX payout_of_clipper ON payout (clipper_id);

-- Forgets everything, so that the service reads all topics from their first record when it is started the next time.
-- Only while no instance of it runs.
CREATE FUNCTION forget_read_models() RETURNS void LANGUAGE sql AS $$
    TRUNCATE campaign, completion, clip, clipper_campaign, payout;
    DELETE FROM chassis.consumer_offset;
$$;
