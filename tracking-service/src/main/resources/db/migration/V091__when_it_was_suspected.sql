-- When a count that jumped was first read, beside the round: two rounds may follow each other within seconds.
ALTER TABLE clip ADD COLUMN suspected_at timestamptz;
UPDATE clip SET suspected_at = now() WHERE suspected_in IS NOT NULL;
ALTER TABLE clip
    DROP CONSTRAINT clip_suspicion_is_whole,
    ADD CONSTRAINT clip_suspicion_is_whole
        CHECK ((suspected_views IS NULL) = (suspected_in IS NULL) AND (suspected_views IS NULL) = (suspected_at IS NULL));
