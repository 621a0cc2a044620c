-- When something of a minute was posted last: while an outage is caught up, a minute may be posted long before its statement is read, and the
-- statements of later minutes with it.
ALTER TABLE earning_minute ADD COLUMN posted_at timestamptz NOT NULL DEFAULT now();
