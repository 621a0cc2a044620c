-- How many submissions were approved when the campaign was told to end, as the submission service counts them: it is not over before all of these
-- clips are known here. Null where that was not said.
ALTER TABLE campaign ADD COLUMN approved_clips bigint CHECK (approved_clips >= 0);
