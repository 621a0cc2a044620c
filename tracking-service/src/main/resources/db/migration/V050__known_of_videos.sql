-- When a video was last read, changed or not: an observation that is older is not believed over what is known.
ALTER TABLE video ADD COLUMN seen_at timestamptz;
UPDATE video SET seen_at = observed_at;
ALTER TABLE video ALTER COLUMN seen_at SET NOT NULL;
COMMENT ON COLUMN video.observed_at IS 'when it last changed; seen_at is when it was last read';
