-- What PayPal was asked to pay. A row is there before PayPal is called, under the payout's own id, which is PayPal's
-- sender_batch_id for ever: whatever gets lost, PayPal is asked again under the same id and pays it once.

CREATE TABLE paypal_payment (
    payout_id   uuid        PRIMARY KEY,
    channel     text        NOT NULL DEFAULT 'PAYPAL' CHECK (channel = 'PAYPAL'),
    begun_at    timestamptz NOT NULL,
    -- PayPal's id; from then on it is asked for the state and never again to pay.
    batch_id    text        UNIQUE CHECK (batch_id ~ '^[A-Za-z0-9-]{1,64}$'),
    -- A call that may have reached PayPal has no answer: a refusal of a later call proves nothing about that one.
    doubt       boolean     NOT NULL DEFAULT false,
    -- Counts up with each call; an answer counts only for the call that it belongs to.
    calls       integer     NOT NULL DEFAULT 0 CHECK (calls >= 0),
    busy_until  timestamptz NOT NULL DEFAULT '-infinity',
    -- Null where nothing is to be asked.
    ask_at      timestamptz,
    item_status text        CHECK (length(item_status) BETWEEN 1 AND 50),
    last_answer text        CHECK (length(last_answer) BETWEEN 1 AND 300),
    FOREIGN KEY (payout_id, channel) REFERENCES payout_request (id, channel)
);
CREATE INDEX paypal_payment_due ON paypal_payment (ask_at) WHERE ask_at IS NOT NULL;

CREATE FUNCTION check_paypal_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.payout_id, NEW.begun_at) IS DISTINCT FROM (OLD.payout_id, OLD.begun_at)
        OR (OLD.batch_id IS NOT NULL AND NEW.batch_id IS DISTINCT FROM OLD.batch_id)
        OR NEW.calls < OLD.calls THEN
        RAISE EXCEPTION 'payout %: what was sent to PayPal is never made anew', OLD.payout_id
            USING ERRCODE = 'check_violation';
    END IF;
    -- A call without PayPal's id orders the payment: never for a payout whose money has left or gone back.
    IF NEW.calls > OLD.calls AND NEW.batch_id IS NULL AND NOT EXISTS (SELECT 1 FROM payout_request
        WHERE id = NEW.payout_id AND status IN ('SENDING', 'UNKNOWN')) THEN
        RAISE EXCEPTION 'payout %: is closed and never ordered again', OLD.payout_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER paypal_payment_made_once BEFORE UPDATE ON paypal_payment
    FOR EACH ROW EXECUTE FUNCTION check_paypal_payment();
CREATE TRIGGER paypal_payment_stays BEFORE DELETE OR TRUNCATE ON paypal_payment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Calls of PayPal that were acted on; kept for a while.
CREATE TABLE paypal_hook (
    event_id    text        PRIMARY KEY CHECK (length(event_id) BETWEEN 1 AND 200),
    received_at timestamptz NOT NULL
);
CREATE INDEX paypal_hook_received ON paypal_hook (received_at);
