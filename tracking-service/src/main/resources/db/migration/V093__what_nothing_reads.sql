-- No statement reads by these two, and each day's first reading wrote both.
DROP INDEX clip_day_of_clipper;
DROP INDEX clip_day_of_campaign;

-- What people say of themselves was kept without end and shown to nobody. The column stays: instances of the release before still write it.
UPDATE creator_account SET bio = NULL WHERE bio IS NOT NULL;
