-- What each clip stood at, day by day (UTC), beside the readings themselves: small, and kept when old readings are dropped.
CREATE TABLE clip_day (
    clip_id     uuid        NOT NULL,
    day         date        NOT NULL,
    campaign_id uuid        NOT NULL,
    clipper_id  text        NOT NULL,
    platform    text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    views       bigint      NOT NULL CHECK (views >= 0),
    likes       bigint,
    comments    bigint,
    shares      bigint,
    saves       bigint,
    readings    integer     NOT NULL CHECK (readings > 0),
    read_at     timestamptz NOT NULL,
    PRIMARY KEY (clip_id, day)
);
CREATE INDEX clip_day_of_clipper ON clip_day (clipper_id, day, platform);
CREATE INDEX clip_day_of_campaign ON clip_day (campaign_id, day);
COMMENT ON COLUMN clip_day.views IS 'the last good reading of the day';

-- How many were dropped. Others wait for us no longer than this may wait: readings go on being written.
CREATE FUNCTION drop_observation_months_before(month date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    old text;
    dropped integer := 0;
BEGIN
    SET LOCAL lock_timeout = '2s';
    FOR old IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'observation'::regclass AND c.relname ~ '^observation_[0-9]{4}_[0-9]{2}$'
          AND c.relname < 'observation_' || to_char(month, 'YYYY_MM')
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE %I', old);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;

-- Only needed while a round is read.
ALTER TABLE round ADD COLUMN clips_forgotten boolean NOT NULL DEFAULT false;
CREATE INDEX round_to_forget ON round (closed_at) WHERE status = 'CLOSED' AND NOT clips_forgotten;
