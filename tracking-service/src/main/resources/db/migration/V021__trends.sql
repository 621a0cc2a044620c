-- The last known trends of each country: kept, so that a restart or an outage of the provider still serves them, with their time.
CREATE TABLE trend_list (
    kind          text        NOT NULL CHECK (kind IN ('VIDEOS', 'SOUNDS')),
    country       text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    listed_at     timestamptz,
    places        jsonb,
    refresh_until timestamptz,
    PRIMARY KEY (kind, country),
    CHECK ((listed_at IS NULL) = (places IS NULL))
);
COMMENT ON COLUMN trend_list.refresh_until IS 'until then nobody else asks the provider: somebody does, or did in vain';
