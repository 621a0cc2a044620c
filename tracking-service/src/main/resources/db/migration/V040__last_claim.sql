-- When each campaign's last round was claimed, beside the round itself: who looks for the next one compares all campaigns
-- that are due, and finding the last round of each took longer the more there were. Only the order and the cadence hang on
-- it; that a campaign has one open round, and which number the next one has, the rounds themselves say.
ALTER TABLE campaign ADD COLUMN round_claimed_at timestamptz;
UPDATE campaign SET round_claimed_at = last.at
FROM (SELECT campaign_id, max(claimed_at) AS at FROM round GROUP BY campaign_id) AS last
WHERE last.campaign_id = campaign.id;
