-- Whoever writes a settlement writes all of its receipts. Its transaction is the same one behind a savepoint, where xmin is not. Settlements of
-- before have none, and nothing joins them any more.
ALTER TABLE settlement ADD COLUMN written_in xid8;
ALTER TABLE settlement ALTER COLUMN written_in SET DEFAULT pg_current_xact_id();
CREATE OR REPLACE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT settlement_id FROM added) a LEFT JOIN settlement s ON s.id = a.settlement_id
        WHERE s.written_in IS DISTINCT FROM pg_current_xact_id()
    ) THEN
        RAISE EXCEPTION 'a settlement''s receipts are written with it';
    END IF;
    RETURN NULL;
END $$;
