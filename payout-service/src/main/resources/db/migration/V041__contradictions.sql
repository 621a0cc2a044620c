-- PayPal may take a payment back after it was paid, or pay what a person has called failed. That moves nothing; it stands until a person has
-- taken note of it, and is found without looking at what is closed and not contradicted.
ALTER TABLE paypal_payment
    ADD COLUMN closed_as    text CHECK (closed_as IN ('PAID', 'FAILED')),
    -- The item status that a person has taken note of: another one is a new contradiction.
    ADD COLUMN acknowledged text CHECK (length(acknowledged) BETWEEN 1 AND 50);

UPDATE paypal_payment y SET closed_as = p.status FROM payout_request p WHERE p.id = y.payout_id AND p.status IN ('PAID', 'FAILED');

-- By a trigger, so that instances of the release before that still run keep it, too.
CREATE FUNCTION note_paypal_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE paypal_payment SET closed_as = NEW.status WHERE payout_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER payout_request_closes_paypal AFTER UPDATE OF status ON payout_request FOR EACH ROW
    WHEN (NEW.channel = 'PAYPAL' AND NEW.status IN ('PAID', 'FAILED')) EXECUTE FUNCTION note_paypal_closing();

CREATE VIEW contradiction AS SELECT * FROM paypal_payment
WHERE (closed_as = 'FAILED' AND item_status = 'SUCCESS'
        OR closed_as = 'PAID' AND item_status IN ('FAILED', 'RETURNED', 'BLOCKED', 'REFUNDED', 'REVERSED'))
    AND acknowledged IS DISTINCT FROM item_status;
CREATE INDEX paypal_payment_contradicted ON paypal_payment (payout_id)
    WHERE (closed_as = 'FAILED' AND item_status = 'SUCCESS'
            OR closed_as = 'PAID' AND item_status IN ('FAILED', 'RETURNED', 'BLOCKED', 'REFUNDED', 'REVERSED'))
        AND acknowledged IS DISTINCT FROM item_status;

-- What was paid lately is looked at from now on, not all of it at once.
UPDATE paypal_payment y SET ask_at = now() + random() * interval '1 day'
FROM payout_request p
WHERE p.id = y.payout_id AND p.status = 'PAID' AND p.closed_at > now() - interval '35 days' AND y.batch_id IS NOT NULL AND y.ask_at IS NULL;

ALTER TABLE audit_log
    DROP CONSTRAINT audit_log_action_check,
    ADD CONSTRAINT audit_log_action_check CHECK (action IN
        ('READ_DETAILS', 'APPROVE_FIRST', 'APPROVE', 'REJECT', 'SEND', 'MARK_PAID', 'FAIL', 'DOUBT', 'ACKNOWLEDGE'));
