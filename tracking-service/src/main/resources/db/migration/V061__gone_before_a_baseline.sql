-- A submission whose video nobody can find ends, too: first said so at this time, and taken out when another reading hours
-- later says the same. A clip that is GONE without a baseline never had one.
ALTER TABLE clip
    ADD COLUMN baseline_gone_at timestamptz,
    DROP CONSTRAINT clip_check1,
    ADD CONSTRAINT clip_has_a_baseline CHECK (status NOT IN ('BASELINED', 'TRACKED') OR baseline_views IS NOT NULL);

-- Old posts are read less often than new ones.
ALTER TABLE scheduled_upload ADD COLUMN read_due_at timestamptz;
COMMENT ON COLUMN scheduled_upload.read_due_at IS 'not read before then; null where it was not read yet';
CREATE INDEX scheduled_upload_waiting ON scheduled_upload (post_id, platform)
    WHERE status = 'SCHEDULED' AND ayrshare_post_id IS NOT NULL;
