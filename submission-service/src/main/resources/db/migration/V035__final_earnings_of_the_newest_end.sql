-- A campaign that was opened again ends again, and its clips have final earnings of each end. The newest end's are shown, whatever order they come in;
-- and a campaign has the final earnings of all its clips when they are of its newest end.
ALTER TABLE submission ADD COLUMN final_earnings_at timestamptz;
-- Those told before: of the end that is known, or of one that has been reopened since. Every end to come is later than the clip's approval.
UPDATE submission s SET final_earnings_at = coalesce(c.completed_at, s.decided_at)
FROM campaign c WHERE c.id = s.campaign_id AND s.final_earnings_micros IS NOT NULL;
ALTER TABLE submission ADD CONSTRAINT final_earnings_are_whole CHECK ((final_earnings_micros IS NULL) = (final_earnings_at IS NULL));
DROP INDEX clip_without_final_earnings;
CREATE INDEX clip_by_final_earnings ON submission (campaign_id, final_earnings_at) WHERE status = 'APPROVED';
