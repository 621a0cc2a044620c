-- When each campaign's next round is due, so that whoever looks for one reads the first row of an index, and does not compare all
-- campaigns that are due. The database keeps it itself, whether the cadence changes or the last claim.
ALTER TABLE campaign ADD COLUMN due_at timestamptz
    GENERATED ALWAYS AS ((round_claimed_at AT TIME ZONE 'UTC' + tracking_interval) AT TIME ZONE 'UTC') STORED;
COMMENT ON COLUMN campaign.due_at IS 'null where no round was claimed yet; a stretched cadence comes later than that';
CREATE INDEX campaign_due ON campaign (due_at, id, published_at)
    WHERE status = 'ACTIVE' AND budget_left AND completed_at IS NULL;
