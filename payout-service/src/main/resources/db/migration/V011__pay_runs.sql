-- A pay run is a file for a bank, made once from payouts that are sent with it: one payout is in one run, for ever.
-- The payout is SENDING from the transaction on that made the run, so nobody can put it into a second one.

CREATE TABLE pay_run (
    id           uuid        PRIMARY KEY,
    currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    payouts      integer     NOT NULL CHECK (payouts > 0),
    total_micros bigint      NOT NULL CHECK (total_micros > 0),
    created_by   text        NOT NULL CHECK (length(created_by) BETWEEN 1 AND 255),
    created_at   timestamptz NOT NULL
);

CREATE TABLE pay_run_item (
    payout_id uuid PRIMARY KEY,
    run_id    uuid NOT NULL REFERENCES pay_run,
    channel   text NOT NULL DEFAULT 'PAY_RUN' CHECK (channel = 'PAY_RUN'),
    FOREIGN KEY (payout_id, channel) REFERENCES payout_request (id, channel)
);
CREATE INDEX pay_run_item_run ON pay_run_item (run_id, payout_id);

CREATE TRIGGER pay_run_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pay_run
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pay_run_item_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pay_run_item
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
