-- A token shows the media of its own account alone: that one account does not have a medium says nothing of a medium that another one listed.
-- Where it was not kept it is found anew in the list of the account's media.
ALTER TABLE instagram_media ADD COLUMN account_id uuid;
