-- Versions of a campaign that were passed over: a round claimed under one of them waits until that one comes. Those passed over before this
-- release are not known.
CREATE TABLE terms_gap (
    campaign_id  uuid   NOT NULL REFERENCES lane,
    from_version bigint NOT NULL CHECK (from_version > 0),
    to_version   bigint NOT NULL CHECK (to_version >= from_version),
    PRIMARY KEY (campaign_id, from_version)
);
