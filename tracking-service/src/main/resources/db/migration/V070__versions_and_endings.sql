-- A round says which version of its campaign it was claimed under; a campaign that ends gets no more of them, and says so once.
ALTER TABLE round ADD COLUMN campaign_version bigint CHECK (campaign_version >= 0);
ALTER TABLE campaign
    ADD COLUMN budget_micros bigint CHECK (budget_micros > 0),
    ADD COLUMN spent_micros bigint NOT NULL DEFAULT 0 CHECK (spent_micros >= 0),
    ADD COLUMN completed_version bigint CHECK (completed_version >= 0),
    ADD COLUMN ending boolean NOT NULL DEFAULT false,
    ADD COLUMN ended_at timestamptz;
CREATE INDEX campaign_ending ON campaign (id) WHERE ending AND ended_at IS NULL;
