-- What all requests are together is kept, as there are more of them with every day: by the day they were asked for, so that a time is summed up, too.
CREATE TABLE payout_total (
    day      date    NOT NULL,
    currency text    NOT NULL,
    method   text    NOT NULL,
    status   text    NOT NULL,
    requests bigint  NOT NULL,
    micros   numeric NOT NULL,
    PRIMARY KEY (day, currency, method, status)
);

-- What is not added to it yet. Whoever changes a status writes rows of their own here: one row that all of them add to would have them wait for each
-- other, or deadlock. The sum of both tables is exact at any instant.
CREATE TABLE payout_total_news (
    id       bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day      date    NOT NULL,
    currency text    NOT NULL,
    method   text    NOT NULL,
    status   text    NOT NULL,
    requests bigint  NOT NULL,
    micros   numeric NOT NULL
);

-- By triggers, so that instances of the release before that still run keep it, too.
CREATE FUNCTION note_payouts_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO payout_total_news (day, currency, method, status, requests, micros)
    SELECT (requested_at AT TIME ZONE 'UTC')::date AS day, currency, method, status, count(*), sum(amount_micros)
    FROM after GROUP BY 1, 2, 3, 4;
    RETURN NULL;
END $$;
CREATE TRIGGER payout_request_adds_to_totals AFTER INSERT ON payout_request REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION note_payouts_asked();

-- What was asked for never changes: only the status does.
CREATE FUNCTION note_payouts_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO payout_total_news (day, currency, method, status, requests, micros)
    SELECT (a.requested_at AT TIME ZONE 'UTC')::date AS day, a.currency, a.method, m.status, sum(m.sign), sum(m.sign * a.amount_micros)
    FROM after a JOIN before b USING (id)
    CROSS JOIN LATERAL (VALUES (b.status, -1), (a.status, 1)) AS m (status, sign)
    WHERE a.status <> b.status GROUP BY 1, 2, 3, 4;
    RETURN NULL;
END $$;
CREATE TRIGGER payout_request_moves_totals AFTER UPDATE ON payout_request REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION note_payouts_moved();

INSERT INTO payout_total (day, currency, method, status, requests, micros)
SELECT (requested_at AT TIME ZONE 'UTC')::date AS day, currency, method, status, count(*), sum(amount_micros)
FROM payout_request GROUP BY 1, 2, 3, 4;
