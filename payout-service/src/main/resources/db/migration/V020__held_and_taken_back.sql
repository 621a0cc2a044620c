-- What the earnings service holds, takes back or makes payable later reaches the balances, too.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN (
    'ACCRUAL', 'PENDING_ACCRUAL', 'MATURITY', 'BONUS', 'CLAWBACK', 'HOLD', 'UNHOLD', 'RESERVE', 'RELEASE', 'SETTLE'));

-- Taken back of what was earned. What is available falls below zero where it was paid out before: later earnings make up for it first.
ALTER TABLE balance
    ADD COLUMN taken_back_micros bigint NOT NULL DEFAULT 0 CHECK (taken_back_micros >= 0),
    DROP CONSTRAINT balance_never_below_zero,
    ADD CONSTRAINT balance_pays_what_was_earned CHECK (earned_micros - reserved_micros - paid_micros >= 0);

-- What is set aside for a payout is there: held and taken back money is not.
CREATE FUNCTION refuse_reserving_too_much() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'balance_never_below_zero: more is reserved than is available' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER balance_never_below_zero BEFORE UPDATE ON balance FOR EACH ROW
    WHEN (NEW.reserved_micros + NEW.paid_micros > OLD.reserved_micros + OLD.paid_micros
          AND NEW.earned_micros - NEW.taken_back_micros - NEW.held_micros - NEW.reserved_micros - NEW.paid_micros < 0)
    EXECUTE FUNCTION refuse_reserving_too_much();

-- Accruals that are not payable yet, until they are.
CREATE TABLE maturing (
    accrual_id uuid PRIMARY KEY,
    clipper_id text        NOT NULL CHECK (length(clipper_id) BETWEEN 1 AND 255),
    currency   text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    micros     bigint      NOT NULL CHECK (micros > 0),
    payable_at timestamptz NOT NULL
);
CREATE INDEX maturing_due ON maturing (payable_at);
