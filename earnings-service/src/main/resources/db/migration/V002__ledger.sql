-- The journal. An entry's postings sum to zero; nothing is ever changed or removed.

CREATE TABLE ledger_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('FUNDING', 'SETTLEMENT')),
    campaign_id uuid        NOT NULL REFERENCES lane,
    round_id    uuid UNIQUE,
    currency    char(3)     NOT NULL,
    posted_at   timestamptz NOT NULL,
    CONSTRAINT a_settlement_has_its_round CHECK ((kind = 'SETTLEMENT') = (round_id IS NOT NULL))
);
CREATE INDEX ledger_entry_by_campaign ON ledger_entry (campaign_id, id DESC);

CREATE TABLE ledger_posting (
    entry_id      bigint  NOT NULL REFERENCES ledger_entry,
    line          integer NOT NULL CHECK (line >= 0),
    account       text    NOT NULL,
    amount_micros bigint  NOT NULL CHECK (amount_micros <> 0),
    PRIMARY KEY (entry_id, line)
);
CREATE INDEX ledger_posting_by_account ON ledger_posting (account);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_posting_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Once per statement and not per row: a round of 10,000 clips is one INSERT.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT entry_id FROM added) a
        JOIN ledger_posting p USING (entry_id) GROUP BY p.entry_id HAVING sum(p.amount_micros) <> 0
    ) THEN
        RAISE EXCEPTION 'the postings of an entry must sum to zero';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_is_balanced AFTER INSERT ON ledger_posting
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();
