-- A draft may have a time at which it opens by itself. Until then it is a draft to everything else: nobody has heard of
-- it by topic, and all of its terms may change.
ALTER TABLE campaign
    ADD COLUMN starts_at timestamptz;
-- Those whose time has come are looked for every few seconds; clippers list those that are still to come.
CREATE INDEX campaign_to_start ON campaign (starts_at) WHERE status = 'DRAFT' AND starts_at IS NOT NULL;
