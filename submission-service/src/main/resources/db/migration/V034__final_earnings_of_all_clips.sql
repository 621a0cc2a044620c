-- The end of a campaign, by its time, of which all approved submissions are known to have their final earnings. Earnings fixes those of the clips
-- that it was told of; whether that is all of them is only known here.
ALTER TABLE campaign ADD COLUMN snapshot_of timestamptz;
CREATE INDEX campaign_without_snapshot ON campaign (completed_at)
    WHERE status IN ('COMPLETED', 'ENDED') AND snapshot_of IS DISTINCT FROM completed_at;
CREATE INDEX clip_without_final_earnings ON submission (campaign_id) WHERE status = 'APPROVED' AND final_earnings_micros IS NULL;
