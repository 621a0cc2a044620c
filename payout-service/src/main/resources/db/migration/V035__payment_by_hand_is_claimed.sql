-- Whoever pays by hand says so before: the payout is theirs from then on, so nobody else pays, sends or rejects it.
-- APPROVED to PAID or FAILED stays possible here, for instances of the release before that still run.
ALTER TABLE payout_request
    DROP CONSTRAINT payout_request_channel_check,
    ADD CONSTRAINT payout_request_channel_check CHECK (channel IN ('PAY_RUN', 'PAYPAL', 'HAND')),
    ADD COLUMN sent_by text CHECK (length(sent_by) BETWEEN 1 AND 255),
    ADD CONSTRAINT payout_request_sent_by_somebody CHECK ((sent_by IS NOT NULL) = (channel IS NOT DISTINCT FROM 'HAND')),
    ADD CONSTRAINT payout_request_not_sent_to_oneself CHECK (sent_by <> clipper_id),
    -- Somebody had read where to send it before there were claims, so it may have been transferred already: it can be claimed, and with that
    -- ended, whatever has become of its money since.
    ADD COLUMN read_before_claims boolean NOT NULL DEFAULT false;

-- It moves nothing, which the trigger takes for a move.
ALTER TABLE payout_request DISABLE TRIGGER payout_request_moves_forward;
UPDATE payout_request p SET read_before_claims = true
WHERE status = 'APPROVED' AND EXISTS (SELECT FROM audit_log a WHERE a.payout_id = p.id AND a.action = 'READ_DETAILS');
ALTER TABLE payout_request ENABLE TRIGGER payout_request_moves_forward;

CREATE FUNCTION check_payout_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sent_by IS DISTINCT FROM NEW.sent_by AND (OLD.status <> 'APPROVED' OR NEW.status <> 'SENDING') THEN
        RAISE EXCEPTION 'payout %: who pays it by hand never changes', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payout_request_is_claimed_once BEFORE UPDATE ON payout_request
    FOR EACH ROW EXECUTE FUNCTION check_payout_claim();
