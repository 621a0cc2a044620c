-- A settlement's receipts are one statement, or several in the transaction that writes the settlement, whose sum is asked at its end.
-- That each receipt has its settlement is asked once for all that one statement adds, and not once for each row, which cost more than writing it.
ALTER TABLE receipt DROP CONSTRAINT receipt_settlement_id_fkey;
CREATE OR REPLACE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT settlement_id, sum(amount_micros) AS total FROM added GROUP BY settlement_id) a
        LEFT JOIN settlement s ON s.id = a.settlement_id 
        WHERE s.id IS NULL OR (s.total_micros <> a.total AND s.xmin <> pg_current_xact_id()::xid)
    ) THEN
        RAISE EXCEPTION 'the postings of an entry must sum to zero';
    END IF;
    RETURN NULL;
END $$;
