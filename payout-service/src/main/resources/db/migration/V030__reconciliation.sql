-- What was posted of each clipper's earnings, by the minute that the earnings service says it happened in, beside what that service states of
-- the minute once it is over. Where the two differ, the clipper's money in that currency stays until somebody has cleared it up.

-- From when on both sides were kept: what was posted before this release is not known by the minute, and while old instances still run it
-- is not kept. A new database knows all.
CREATE TABLE reconciliation_start (
    one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
    started_at timestamptz NOT NULL
);
INSERT INTO reconciliation_start (started_at)
SELECT CASE WHEN EXISTS (SELECT FROM ledger_entry) THEN now() + interval '1 hour' ELSE 'epoch' END;

CREATE TABLE earning_minute (
    clipper_id      text        NOT NULL CHECK (length(clipper_id) BETWEEN 1 AND 255),
    currency        text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    minute          timestamptz NOT NULL CHECK (minute = date_trunc('minute', minute, 'UTC')),
    -- Posted here.
    facts           bigint      NOT NULL DEFAULT 0 CHECK (facts >= 0),
    accrued_micros  bigint      NOT NULL DEFAULT 0,
    adjusted_micros bigint      NOT NULL DEFAULT 0,
    held_micros     bigint      NOT NULL DEFAULT 0,
    released_micros bigint      NOT NULL DEFAULT 0,
    -- Stated by the earnings service; null until it does.
    stated_facts           bigint CHECK (stated_facts > 0),
    stated_accrued_micros  bigint,
    stated_adjusted_micros bigint,
    stated_held_micros     bigint,
    stated_released_micros bigint,
    PRIMARY KEY (clipper_id, currency, minute),
    CONSTRAINT stated_as_a_whole CHECK (num_nulls(stated_facts, stated_accrued_micros, stated_adjusted_micros, stated_held_micros,
        stated_released_micros) IN (0, 5))
) WITH (fillfactor = 80);
CREATE INDEX earning_minute_unstated ON earning_minute (minute) WHERE stated_facts IS NULL;
CREATE INDEX earning_minute_stated ON earning_minute (minute) WHERE stated_facts IS NOT NULL;

-- A difference that stands, with the figures it was found with. Whoever clears it up says why, and nothing else of it ever changes.
CREATE TABLE discrepancy (
    id              uuid        PRIMARY KEY,
    clipper_id      text        NOT NULL,
    currency        text        NOT NULL,
    minute          timestamptz NOT NULL,
    facts           bigint      NOT NULL,
    -- What was posted, and stated, of earned and of held money.
    posted_earned_micros bigint NOT NULL,
    posted_held_micros   bigint NOT NULL,
    stated_facts         bigint,
    stated_earned_micros bigint,
    stated_held_micros   bigint,
    found_at        timestamptz NOT NULL,
    resolved_at     timestamptz,
    resolved_by     text        CHECK (length(resolved_by) BETWEEN 1 AND 255),
    reason          text        CHECK (length(reason) BETWEEN 1 AND 500),
    FOREIGN KEY (clipper_id, currency, minute) REFERENCES earning_minute,
    CONSTRAINT discrepancy_resolved_as_a_whole CHECK (num_nulls(resolved_at, resolved_by, reason) IN (0, 3)),
    CONSTRAINT discrepancy_not_for_oneself CHECK (resolved_by <> clipper_id)
);
CREATE UNIQUE INDEX discrepancy_open ON discrepancy (clipper_id, currency, minute) WHERE resolved_at IS NULL;

CREATE FUNCTION check_discrepancy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.resolved_at IS NOT NULL OR (NEW.id, NEW.clipper_id, NEW.currency, NEW.minute, NEW.facts, NEW.posted_earned_micros,
            NEW.posted_held_micros, NEW.stated_facts, NEW.stated_earned_micros, NEW.stated_held_micros, NEW.found_at)
        IS DISTINCT FROM (OLD.id, OLD.clipper_id, OLD.currency, OLD.minute, OLD.facts, OLD.posted_earned_micros,
            OLD.posted_held_micros, OLD.stated_facts, OLD.stated_earned_micros, OLD.stated_held_micros, OLD.found_at) THEN
        RAISE EXCEPTION 'discrepancy %: what was found, and how it was cleared up, never changes', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER discrepancy_is_cleared_up_once BEFORE UPDATE ON discrepancy FOR EACH ROW EXECUTE FUNCTION check_discrepancy();
CREATE TRIGGER discrepancy_stays BEFORE DELETE OR TRUNCATE ON discrepancy
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
