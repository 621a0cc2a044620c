-- Plays and views of one video are different numbers: a count is kept with its kind, and growth is only taken within one.
-- What was read so far came from Apify, whose count of Instagram is the plays.
ALTER TABLE observation ADD COLUMN count_kind text CHECK (count_kind IN ('VIEWS', 'PLAYS'));
COMMENT ON COLUMN observation.count_kind IS 'what views counts; null for readings from before it was stored';
ALTER TABLE clip ADD COLUMN last_kind text CHECK (last_kind IN ('VIEWS', 'PLAYS'));
COMMENT ON COLUMN clip.last_kind IS 'what last_views counts; null where nothing was read, or it came with an approval';
UPDATE clip SET last_kind = CASE platform WHEN 'INSTAGRAM' THEN 'PLAYS' ELSE 'VIEWS' END WHERE last_views IS NOT NULL;

-- Instagram's API knows a video by an id of its own; which one it is, is found once in the list of the account's media.
CREATE TABLE instagram_media (
    shortcode text        PRIMARY KEY,
    media_id  text        NOT NULL UNIQUE,
    found_at  timestamptz NOT NULL
);
