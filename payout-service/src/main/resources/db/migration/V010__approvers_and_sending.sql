-- Large payouts need two people, other ways to be paid are a matter of configuration, and a payout is sent one way only.
-- Each of these is a rule about money, so it is refused here too, whatever the code above has decided.

ALTER TABLE payout_request
    DROP CONSTRAINT payout_request_method_check,
    ADD CONSTRAINT payout_request_method_check CHECK (method ~ '^[A-Z][A-Z0-9_]{1,29}$'),
    -- Set when it is asked for: a limit that is changed later does not change what was begun under another one.
    ADD COLUMN two_approvers     boolean NOT NULL DEFAULT false,
    ADD COLUMN first_approved_by text,
    ADD COLUMN first_approved_at timestamptz,
    -- How it is sent; null where a person pays it by hand.
    ADD COLUMN channel           text CHECK (channel IN ('PAY_RUN', 'PAYPAL')),
    ADD COLUMN sent_at           timestamptz,
    ADD COLUMN unknown_since     timestamptz,
    ADD CONSTRAINT payout_request_first_approval CHECK ((first_approved_by IS NULL) = (first_approved_at IS NULL)
        AND (first_approved_by IS NULL OR two_approvers)),
    ADD CONSTRAINT payout_request_two_approvers CHECK (approved_by IS NULL OR NOT two_approvers
        OR (first_approved_by IS NOT NULL AND first_approved_by <> approved_by)),
    ADD CONSTRAINT payout_request_not_for_oneself
        CHECK (approved_by <> clipper_id AND first_approved_by <> clipper_id) NOT VALID,
    ADD CONSTRAINT payout_request_sent CHECK ((channel IS NULL) = (sent_at IS NULL)
        AND (status NOT IN ('SENDING', 'UNKNOWN') OR channel IS NOT NULL)),
    ADD CONSTRAINT payout_request_channel_of_method CHECK (CASE channel
        WHEN 'PAY_RUN' THEN method = 'BANK' WHEN 'PAYPAL' THEN method = 'PAYPAL' ELSE true END),
    ADD CONSTRAINT payout_request_unknown_since CHECK ((status = 'UNKNOWN') = (unknown_since IS NOT NULL)),
    -- What is sent points here with its channel: a payout in a pay run is never PayPal's as well.
    ADD CONSTRAINT payout_request_channel_once UNIQUE (id, channel);
CREATE INDEX payout_request_currency ON payout_request (currency, id DESC);
CREATE INDEX payout_request_to_send ON payout_request (method, currency, id) WHERE status = 'APPROVED';

CREATE OR REPLACE FUNCTION check_payout_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.clipper_id, NEW.currency, NEW.amount_micros, NEW.minor_unit_micros, NEW.method,
        NEW.details_masked, NEW.requested_at, NEW.two_approvers)
       IS DISTINCT FROM
       (OLD.id, OLD.clipper_id, OLD.currency, OLD.amount_micros, OLD.minor_unit_micros, OLD.method,
        OLD.details_masked, OLD.requested_at, OLD.two_approvers) THEN
        RAISE EXCEPTION 'payout %: what was asked for never changes', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    IF (OLD.first_approved_by IS NOT NULL
            AND (NEW.first_approved_by, NEW.first_approved_at) IS DISTINCT FROM (OLD.first_approved_by, OLD.first_approved_at))
        OR (OLD.approved_by IS NOT NULL
            AND (NEW.approved_by, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at))
        OR (OLD.channel IS NOT NULL
            AND (NEW.channel, NEW.sent_at) IS DISTINCT FROM (OLD.channel, OLD.sent_at)) THEN
        RAISE EXCEPTION 'payout %: who approved it and how it was sent never changes', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.first_approved_by IS DISTINCT FROM OLD.first_approved_by
        AND (OLD.status <> 'REQUESTED' OR NEW.status <> 'REQUESTED') THEN
        RAISE EXCEPTION 'payout %: the first of two approvals leaves it REQUESTED', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    IF NOT (CASE OLD.status
        WHEN 'REQUESTED' THEN NEW.status IN ('APPROVED', 'REJECTED', 'CANCELLED')
            OR (NEW.status = 'REQUESTED' AND OLD.first_approved_by IS NULL AND NEW.first_approved_by IS NOT NULL)
        -- By hand it is paid or fails at once.
        WHEN 'APPROVED'  THEN NEW.status IN ('SENDING', 'PAID', 'FAILED', 'REJECTED')
        WHEN 'SENDING'   THEN NEW.status IN ('PAID', 'FAILED', 'UNKNOWN')
        -- Back to SENDING where the provider says that it has it and is not done yet.
        WHEN 'UNKNOWN'   THEN NEW.status IN ('PAID', 'FAILED', 'SENDING')
        ELSE false END) THEN
        RAISE EXCEPTION 'payout %: % never becomes %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.channel IS NULL AND NEW.channel IS NOT NULL AND NEW.status <> 'SENDING' THEN
        RAISE EXCEPTION 'payout %: what is sent is SENDING', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION check_payout_begin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status <> 'REQUESTED' THEN
        RAISE EXCEPTION 'payout %: begins REQUESTED, not %', NEW.id, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payout_request_begins_requested BEFORE INSERT ON payout_request
    FOR EACH ROW EXECUTE FUNCTION check_payout_begin();

ALTER TABLE audit_log
    DROP CONSTRAINT audit_log_action_check,
    ADD CONSTRAINT audit_log_action_check CHECK (action IN
        ('READ_DETAILS', 'APPROVE_FIRST', 'APPROVE', 'REJECT', 'SEND', 'MARK_PAID', 'FAIL', 'DOUBT'));
