-- A stop of payouts: of one clipper or of all, in one currency or in all, set by an admin, or by what the ledger's or the earnings service's own
-- checks have found. It keeps the money here until an admin has lifted it; who, when and why stay with it for ever.
CREATE TABLE payout_stop (
    id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    origin        text        NOT NULL CHECK (origin IN ('ADMIN', 'LEDGER', 'EARNINGS')),
    -- Null for all of them.
    clipper_id    text        CHECK (length(clipper_id) BETWEEN 1 AND 255),
    currency      text        CHECK (currency ~ '^[A-Z]{3}$'),
    reason        text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    -- What the earnings service has found: told of again, it stops nothing again.
    reference     uuid,
    set_at        timestamptz NOT NULL,
    set_by        text        CHECK (length(set_by) BETWEEN 1 AND 255),
    lifted_at     timestamptz,
    lifted_by     text        CHECK (length(lifted_by) BETWEEN 1 AND 255),
    lifted_reason text        CHECK (length(lifted_reason) BETWEEN 1 AND 500),
    CONSTRAINT payout_stop_set_by_somebody CHECK ((origin = 'ADMIN') = (set_by IS NOT NULL)),
    CONSTRAINT payout_stop_found_where CHECK ((origin = 'EARNINGS') = (reference IS NOT NULL) AND (origin = 'ADMIN' OR currency IS NOT NULL)),
    CONSTRAINT payout_stop_lifted_as_a_whole CHECK (num_nulls(lifted_at, lifted_by, lifted_reason) IN (0, 3)),
    CONSTRAINT payout_stop_not_lifted_for_oneself CHECK (lifted_by <> clipper_id)
);
CREATE UNIQUE INDEX payout_stop_once ON payout_stop (reference, clipper_id, currency) NULLS NOT DISTINCT WHERE reference IS NOT NULL;
CREATE UNIQUE INDEX payout_stop_found_once ON payout_stop (clipper_id, currency, reason) WHERE origin = 'LEDGER' AND lifted_at IS NULL;
CREATE INDEX payout_stop_open ON payout_stop (clipper_id, currency) WHERE lifted_at IS NULL;

CREATE FUNCTION check_payout_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.lifted_at IS NOT NULL
        OR (NEW.id, NEW.origin, NEW.clipper_id, NEW.currency, NEW.reason, NEW.reference, NEW.set_at, NEW.set_by)
            IS DISTINCT FROM (OLD.id, OLD.origin, OLD.clipper_id, OLD.currency, OLD.reason, OLD.reference, OLD.set_at, OLD.set_by) THEN
        RAISE EXCEPTION 'stop %: why it was set, and how it was lifted, never changes', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payout_stop_is_lifted_once BEFORE UPDATE ON payout_stop FOR EACH ROW EXECUTE FUNCTION check_payout_stop();
CREATE TRIGGER payout_stop_stays BEFORE DELETE OR TRUNCATE ON payout_stop
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether nothing of it may be asked for, approved or sent.
CREATE FUNCTION money_is_stopped(whose text, of_currency text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM discrepancy
            WHERE clipper_id = whose AND currency = of_currency AND resolved_at IS NULL)
        OR EXISTS (SELECT FROM payout_stop
            WHERE lifted_at IS NULL AND (clipper_id IS NULL OR clipper_id = whose) AND (currency IS NULL OR currency = of_currency))
$$;

CREATE OR REPLACE FUNCTION money_may_leave(whose text, of_currency text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT money_is_stopped(whose, of_currency)
        AND EXISTS (SELECT FROM balance
            WHERE clipper_id = whose AND currency = of_currency
                AND earned_micros - taken_back_micros - held_micros - reserved_micros - paid_micros >= 0)
$$;
