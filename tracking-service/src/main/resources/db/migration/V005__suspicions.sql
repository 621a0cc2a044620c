-- A count that jumped beyond belief, until another round reads as much, or less.
ALTER TABLE clip
    ADD COLUMN suspected_views bigint CHECK (suspected_views > 0),
    ADD COLUMN suspected_in    bigint CHECK (suspected_in > 0),
    ADD CONSTRAINT clip_suspicion_is_whole CHECK ((suspected_views IS NULL) = (suspected_in IS NULL));
COMMENT ON COLUMN clip.suspected_in IS 'the campaign''s round that read it first';
