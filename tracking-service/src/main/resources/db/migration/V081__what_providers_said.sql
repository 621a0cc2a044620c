-- What each provider last said of each video, that there is one or that it is gone: many that are suddenly gone are seen by all
-- instances together. Only the last hours count, so nothing is lost where a crash of the database empties it.
CREATE UNLOGGED TABLE provider_saying (
    source   text        NOT NULL,
    platform text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    video_id text        NOT NULL,
    gone     boolean     NOT NULL,
    said_at  timestamptz NOT NULL,
    PRIMARY KEY (source, platform, video_id)
) WITH (fillfactor = 70);
CREATE INDEX provider_saying_gone ON provider_saying (source, platform) WHERE gone;
