-- Campaigns that are to end and of whose end nothing is heard are counted with every look at the meters. Nothing changes them after that.
CREATE INDEX campaign_not_ended ON campaign (changed_at) WHERE ending IS NOT NULL AND status IN ('ACTIVE', 'PAUSED');
