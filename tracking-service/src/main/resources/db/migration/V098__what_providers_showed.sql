-- What providers showed, an answer in a row and not a video: most videos are shown most of the time, and a row for each cost more than the reading itself.
-- Who is gone stays a row each in provider_saying. Unlogged as that one is: only the last hours count.
CREATE UNLOGGED TABLE provider_shown (
    source   text        NOT NULL,
    platform text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    said_at  timestamptz NOT NULL,
    videos   text[]      NOT NULL CHECK (cardinality(videos) > 0)
);
CREATE INDEX provider_shown_lately ON provider_shown (source, platform, said_at);
