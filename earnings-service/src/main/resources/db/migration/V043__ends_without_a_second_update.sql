-- A campaign's end was a second update of each of its clips, and one that went into all of their indexes, since one of these had final_micros for
-- its condition. It was wanted for the few clips that come after the end alone: these are marked when they come.
ALTER TABLE clip ADD COLUMN late boolean NOT NULL DEFAULT false;
UPDATE clip SET late = true FROM campaign c
WHERE c.id = clip.campaign_id AND c.completed_at IS NOT NULL AND clip.final_micros IS NULL;
ALTER TABLE clip ADD CONSTRAINT late_clips_wait_to_be_final CHECK (NOT late OR final_micros IS NULL);
CREATE INDEX clip_late ON clip (campaign_id) WHERE late;
DROP INDEX clip_not_final;

CREATE FUNCTION mark_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE clip SET late = true FROM added a JOIN campaign c ON c.id = a.campaign_id
    WHERE clip.id = a.id AND clip.final_micros IS NULL AND c.completed_at IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER clips_after_the_end_are_late AFTER INSERT ON clip
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_late();

-- Where a settlement spends the last of a budget its receipts say what each clip has earned in all: they are told, and not written again.
ALTER TABLE completion ADD COLUMN settlement_id bigint REFERENCES settlement;
