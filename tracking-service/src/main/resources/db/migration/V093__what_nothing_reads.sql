-- No statement reads by these two, and each day's first reading wrote both.
DROP INDEX clip_day_of_clipper;
DROP INDEX clip_day_of_campaign;

ALTER TABLE campaign DROP COLUMN budget_at;

-- What people say of themselves was kept without end and shown to nobody.
ALTER TABLE creator_account DROP COLUMN bio;
