-- The highest threshold of its budget that a campaign was last known to have reached, in percent; 0 below the first. The earnings service repeats
-- it with all that it says of a budget: what is told to people is that it rises.
ALTER TABLE campaign ADD COLUMN alert_percent integer NOT NULL DEFAULT 0 CHECK (alert_percent BETWEEN 0 AND 100);
-- Those that run and have reached one are counted with every look at the meters.
CREATE INDEX campaign_alerted ON campaign (alert_percent) WHERE alert_percent > 0 AND status IN ('ACTIVE', 'PAUSED');
