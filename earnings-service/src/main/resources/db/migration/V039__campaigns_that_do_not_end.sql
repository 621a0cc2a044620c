-- Since when a campaign is to end: one whose last round or end of tracking is never heard of would wait for ever, and nobody would see it.
ALTER TABLE campaign ADD COLUMN ending_since timestamptz;
-- Of those of before it is not known; they are late an hour from now, if they have not ended by then. One that an instance of the release before
-- takes in meanwhile has none, and is late at once.
UPDATE campaign SET ending_since = now() WHERE ending IS NOT NULL;
CREATE INDEX campaign_not_ended ON campaign (ending_since) WHERE ending IS NOT NULL AND completed_at IS NULL;
