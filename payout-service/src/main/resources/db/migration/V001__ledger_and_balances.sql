-- The clippers' double-entry journal and the balances that sum it up.
-- Rule: money is never made, lost or rewritten here; it moves between two accounts, once, for a reason that is kept.

CREATE TABLE ledger_entry (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('ACCRUAL', 'RESERVE', 'RELEASE', 'SETTLE')),
    -- The accrual's id for ACCRUAL, the payout's id otherwise.
    reference uuid        NOT NULL,
    posted_at timestamptz NOT NULL,
    -- What makes everything here happen once, whoever tells of it how often.
    CONSTRAINT ledger_entry_once UNIQUE (kind, reference)
);
-- A reservation ends one way only.
CREATE UNIQUE INDEX ledger_entry_one_end ON ledger_entry (reference) WHERE kind IN ('RELEASE', 'SETTLE');

CREATE TABLE ledger_posting (
    entry_id   bigint NOT NULL REFERENCES ledger_entry,
    -- Nobody's in the clearing account, which stands for what campaigns owe.
    clipper_id text   CHECK (length(clipper_id) BETWEEN 1 AND 255),
    currency   text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    pocket     text   NOT NULL CHECK (pocket IN ('CLEARING', 'AVAILABLE', 'HELD', 'RESERVED', 'PAID')),
    micros     bigint NOT NULL CHECK (micros <> 0),
    -- earnings-clearing:USD, clipper:<id>:USD:available ...: for people; made when read, so it costs no space.
    account    text   GENERATED ALWAYS AS (
        CASE WHEN clipper_id IS NULL THEN 'earnings-clearing:' || currency
             ELSE 'clipper:' || clipper_id || ':' || currency || ':' || lower(pocket) END) VIRTUAL,
    PRIMARY KEY (entry_id, pocket),
    CHECK ((pocket = 'CLEARING') = (clipper_id IS NULL))
);
CREATE INDEX ledger_posting_clipper ON ledger_posting (clipper_id, currency, pocket) INCLUDE (micros);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: correct by a further row', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_posting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- At commit every entry has moved something from somewhere to somewhere else, in one currency.
-- Fired by the entry and by each posting: neither an entry without postings nor a later posting slips through.
CREATE FUNCTION check_entry_balanced(entry bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    found record;
BEGIN
    SELECT count(*) AS postings, count(DISTINCT currency) AS currencies, sum(micros) AS total INTO found
    FROM ledger_posting WHERE entry_id = entry;
    IF found.postings <> 2 OR found.currencies <> 1 OR found.total <> 0 THEN
        RAISE EXCEPTION 'ledger entry % is not balanced', entry USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END $$;
CREATE FUNCTION check_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_entry_balanced(NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION check_posting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM check_entry_balanced(NEW.entry_id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balanced AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry();
CREATE CONSTRAINT TRIGGER ledger_posting_balanced AFTER INSERT ON ledger_posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_posting();

CREATE TABLE balance (
    clipper_id      text   NOT NULL CHECK (length(clipper_id) BETWEEN 1 AND 255),
    currency        text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    earned_micros   bigint NOT NULL DEFAULT 0 CHECK (earned_micros >= 0),
    held_micros     bigint NOT NULL DEFAULT 0 CHECK (held_micros >= 0),
    reserved_micros bigint NOT NULL DEFAULT 0 CHECK (reserved_micros >= 0),
    paid_micros     bigint NOT NULL DEFAULT 0 CHECK (paid_micros >= 0),
    PRIMARY KEY (clipper_id, currency),
    CONSTRAINT balance_never_below_zero
        CHECK (earned_micros - held_micros - reserved_micros - paid_micros >= 0)
);

-- A payout takes from what is available, never from what was earned in a lifetime; what was paid stays paid.
CREATE FUNCTION refuse_lifetime_to_fall() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'earned and paid never fall' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER balance_lifetime_never_falls BEFORE UPDATE ON balance FOR EACH ROW
    WHEN (NEW.earned_micros < OLD.earned_micros OR NEW.paid_micros < OLD.paid_micros)
    EXECUTE FUNCTION refuse_lifetime_to_fall();
CREATE TRIGGER balance_stays BEFORE DELETE OR TRUNCATE ON balance
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
