-- What is used of each provider, by all instances together: counts and money by day and by month, and the turns that keep
-- calls within the rate.

CREATE TABLE provider_use (
    source       text   NOT NULL,
    span         text   NOT NULL CHECK (span IN ('DAY', 'MONTH')),
    starts_on    date   NOT NULL,
    calls        bigint NOT NULL DEFAULT 0 CHECK (calls >= 0),
    failed       bigint NOT NULL DEFAULT 0 CHECK (failed BETWEEN 0 AND calls),
    videos       bigint NOT NULL DEFAULT 0 CHECK (videos >= 0),
    units        bigint NOT NULL DEFAULT 0 CHECK (units >= 0),
    spent_micros bigint NOT NULL DEFAULT 0 CHECK (spent_micros >= 0),
    took_ms      bigint NOT NULL DEFAULT 0 CHECK (took_ms >= 0),
    PRIMARY KEY (source, span, starts_on),
    CHECK (span <> 'MONTH' OR extract(day FROM starts_on) = 1)
);
COMMENT ON COLUMN provider_use.spent_micros IS 'millionths of a US dollar, at the configured prices, taken before the call';

-- A provider has as many rows as calls are allowed in a window. Each call takes the row that is free first and frees it a window
-- later, so that no window ever holds more calls.
CREATE TABLE provider_turn (
    source  text        NOT NULL,
    slot    integer     NOT NULL CHECK (slot >= 0),
    free_at timestamptz NOT NULL,
    PRIMARY KEY (source, slot)
) WITH (fillfactor = 50);
