-- A request for money and what became of it. The amount is reserved in the balance from the first row on,
-- until the request is closed. SENDING, FAILED and UNKNOWN are for payments by a provider.

CREATE TABLE payout_request (
    id                uuid        PRIMARY KEY,
    clipper_id        text        NOT NULL,
    currency          text        NOT NULL,
    amount_micros     bigint      NOT NULL CHECK (amount_micros > 0),
    minor_unit_micros bigint      NOT NULL CHECK (minor_unit_micros BETWEEN 1 AND 1000000),
    method            text        NOT NULL CHECK (method IN ('PAYPAL', 'BANK')),
    -- The only form of the details outside payout_details: a***@example.com, ****3000.
    details_masked    text        NOT NULL CHECK (length(details_masked) BETWEEN 1 AND 300 AND details_masked LIKE '%***%'),
    status            text        NOT NULL CHECK (status IN
        ('REQUESTED', 'APPROVED', 'SENDING', 'PAID', 'REJECTED', 'CANCELLED', 'FAILED', 'UNKNOWN')),
    requested_at      timestamptz NOT NULL,
    approved_by       text,
    approved_at       timestamptz,
    closed_by         text,
    closed_at         timestamptz,
    reason            text        CHECK (length(reason) BETWEEN 1 AND 500),
    transaction_id    text        CHECK (transaction_id ~ '^[!-~]([ -~]{0,98}[!-~])?$'),
    FOREIGN KEY (clipper_id, currency) REFERENCES balance,
    CONSTRAINT payout_request_in_minor_units CHECK (amount_micros % minor_unit_micros = 0),
    CHECK ((status IN ('PAID', 'REJECTED', 'CANCELLED', 'FAILED')) = (closed_at IS NOT NULL)),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (approved_at IS NOT NULL OR status NOT IN ('APPROVED', 'SENDING', 'UNKNOWN', 'PAID', 'FAILED')),
    CHECK ((status = 'PAID') = (transaction_id IS NOT NULL)),
    CHECK ((status IN ('REJECTED', 'FAILED')) = (reason IS NOT NULL))
);

-- One payout at a time per clipper and currency: two at once are never both meant.
CREATE UNIQUE INDEX payout_request_one_in_flight ON payout_request (clipper_id, currency)
    WHERE status IN ('REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN');
-- A payment pays one request.
CREATE UNIQUE INDEX payout_request_transaction ON payout_request (method, transaction_id)
    WHERE transaction_id IS NOT NULL;
CREATE INDEX payout_request_clipper ON payout_request (clipper_id, id DESC);
CREATE INDEX payout_request_status ON payout_request (status, id DESC);

-- What was asked for never changes, and the states go forward only.
CREATE FUNCTION check_payout_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.clipper_id, NEW.currency, NEW.amount_micros, NEW.minor_unit_micros, NEW.method,
        NEW.details_masked, NEW.requested_at)
       IS DISTINCT FROM
       (OLD.id, OLD.clipper_id, OLD.currency, OLD.amount_micros, OLD.minor_unit_micros, OLD.method,
        OLD.details_masked, OLD.requested_at) THEN
        RAISE EXCEPTION 'payout %: what was asked for never changes', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    IF NOT (CASE OLD.status
        WHEN 'REQUESTED' THEN NEW.status IN ('APPROVED', 'REJECTED', 'CANCELLED')
        WHEN 'APPROVED'  THEN NEW.status IN ('SENDING', 'PAID', 'REJECTED')
        WHEN 'SENDING'   THEN NEW.status IN ('PAID', 'FAILED', 'UNKNOWN')
        WHEN 'UNKNOWN'   THEN NEW.status IN ('PAID', 'FAILED')
        ELSE false END) THEN
        RAISE EXCEPTION 'payout %: % never becomes %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payout_request_moves_forward BEFORE UPDATE ON payout_request
    FOR EACH ROW EXECUTE FUNCTION check_payout_move();
CREATE TRIGGER payout_request_stays BEFORE DELETE OR TRUNCATE ON payout_request
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Personal data: AES-256-GCM, bound to the payout by its id. The key's id tells which key opens it.
CREATE TABLE payout_details (
    payout_id  uuid  PRIMARY KEY REFERENCES payout_request,
    key_id     text  NOT NULL CHECK (key_id ~ '^[0-9a-f]{16}$'),
    nonce      bytea NOT NULL CHECK (length(nonce) = 12),
    ciphertext bytea NOT NULL CHECK (length(ciphertext) BETWEEN 17 AND 2000)
);

-- Who decided what about whose money, when and why; and who looked at personal data.
CREATE TABLE audit_log (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    actor          text        NOT NULL CHECK (length(actor) BETWEEN 1 AND 255),
    action         text        NOT NULL CHECK (action IN ('READ_DETAILS', 'APPROVE', 'REJECT', 'MARK_PAID')),
    payout_id      uuid        NOT NULL REFERENCES payout_request,
    reason         text,
    transaction_id text
);
CREATE INDEX audit_log_payout ON audit_log (payout_id, id);
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
