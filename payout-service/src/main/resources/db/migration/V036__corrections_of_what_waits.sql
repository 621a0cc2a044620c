-- What is held or taken back of a clip is first of all that of it which is not payable yet: it would count twice otherwise, as money that waits and
-- as money that is gone. Rows of before this release have no clip and are not used up.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('ACCRUAL', 'PENDING_ACCRUAL', 'MATURITY', 'BONUS', 'CLAWBACK',
    'HOLD', 'UNHOLD', 'COVER', 'UNCOVER', 'RESERVE', 'RELEASE', 'SETTLE'));

ALTER TABLE maturing
    ADD COLUMN clip_id uuid,
    DROP CONSTRAINT maturing_micros_check,
    ADD CONSTRAINT maturing_micros_check CHECK (micros >= 0);
CREATE INDEX maturing_clip ON maturing (clip_id);

-- Which part of an accrual that waits a hold is of. It waits again where the hold ends before it is payable.
CREATE TABLE maturing_held (
    hold_id    uuid   NOT NULL,
    accrual_id uuid   NOT NULL,
    micros     bigint NOT NULL CHECK (micros > 0),
    PRIMARY KEY (hold_id, accrual_id)
);
CREATE INDEX maturing_held_accrual ON maturing_held (accrual_id);

-- What an adjustment took back while a hold was of what waits: where the hold ends at the same instant, it was taken back out of the hold.
CREATE TABLE maturing_taken (
    adjustment_id uuid        PRIMARY KEY,
    clip_id       uuid        NOT NULL,
    taken_at      timestamptz NOT NULL,
    micros        bigint      NOT NULL CHECK (micros > 0)
);
CREATE INDEX maturing_taken_clip ON maturing_taken (clip_id);
