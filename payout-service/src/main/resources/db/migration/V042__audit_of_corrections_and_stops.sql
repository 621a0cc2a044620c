-- Why the first of two admins proposed a correction stays with the difference. Instances of the release before that still run give no reason.
ALTER TABLE discrepancy ADD COLUMN proposed_reason text CHECK (length(proposed_reason) BETWEEN 1 AND 500);

-- Differences are cleared up and payouts stopped by admins, too; each record is of one thing.
ALTER TABLE audit_log
    ALTER COLUMN payout_id DROP NOT NULL,
    ADD COLUMN discrepancy_id uuid REFERENCES discrepancy,
    ADD COLUMN stop_id        uuid REFERENCES payout_stop,
    ADD CONSTRAINT audit_log_of_one_thing CHECK (num_nonnulls(payout_id, discrepancy_id, stop_id) = 1),
    DROP CONSTRAINT audit_log_action_check,
    ADD CONSTRAINT audit_log_action_check CHECK (CASE
        WHEN discrepancy_id IS NOT NULL THEN action IN ('PROPOSE', 'CORRECT', 'CLEAR_UP')
        WHEN stop_id IS NOT NULL THEN action IN ('STOP', 'LIFT')
        ELSE action IN ('READ_DETAILS', 'APPROVE_FIRST', 'APPROVE', 'REJECT', 'SEND', 'MARK_PAID', 'FAIL', 'DOUBT', 'ACKNOWLEDGE') END);
CREATE INDEX audit_log_discrepancy ON audit_log (discrepancy_id, id) WHERE discrepancy_id IS NOT NULL;
CREATE INDEX audit_log_stop ON audit_log (stop_id, id) WHERE stop_id IS NOT NULL;
