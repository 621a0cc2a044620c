-- Terms may change while a campaign runs, and it may be ended before its budget is spent.
ALTER TABLE campaign
    ADD COLUMN min_views bigint CHECK (min_views BETWEEN 0 AND 1000000000),
    ADD COLUMN hold_days integer NOT NULL DEFAULT 0 CHECK (hold_days BETWEEN 0 AND 90),
    ADD COLUMN ending text CHECK (ending IN ('ENDED_BY_TIME', 'ENDED_BY_ADMIN')),
    ADD CONSTRAINT what_ends_takes_nothing CHECK (ending IS NULL OR status IN ('PAUSED', 'COMPLETED', 'ENDED'));
-- Those whose time is up are looked for every minute.
CREATE INDEX campaign_to_end ON campaign (ends_at) WHERE status IN ('ACTIVE', 'PAUSED') AND ending IS NULL;
