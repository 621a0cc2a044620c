-- A difference is cleared up with a correcting entry where what was posted is wrong: one admin proposes it, another one posts it.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('ACCRUAL', 'PENDING_ACCRUAL', 'MATURITY', 'BONUS', 'CLAWBACK',
    'HOLD', 'UNHOLD', 'COVER', 'UNCOVER', 'CORRECTION_UP', 'CORRECTION_DOWN', 'RESERVE', 'RELEASE', 'SETTLE'));

ALTER TABLE discrepancy
    -- What the clipper's earnings change by; posted once it is cleared up.
    ADD COLUMN correction_micros bigint CHECK (correction_micros <> 0),
    ADD COLUMN proposed_by       text CHECK (length(proposed_by) BETWEEN 1 AND 255),
    ADD COLUMN proposed_at       timestamptz,
    ADD CONSTRAINT discrepancy_proposed_as_a_whole CHECK (num_nulls(correction_micros, proposed_by, proposed_at) IN (0, 3)),
    ADD CONSTRAINT discrepancy_not_corrected_for_oneself CHECK (proposed_by <> clipper_id),
    ADD CONSTRAINT discrepancy_corrected_by_two CHECK (proposed_by <> resolved_by);
