-- What one statement adds to an entry must sum to zero by itself. Then the entry does, too, and nobody need read its other postings again,
-- which cost more than writing them.
CREATE OR REPLACE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY entry_id HAVING sum(amount_micros) <> 0) THEN
        RAISE EXCEPTION 'the postings of an entry must sum to zero';
    END IF;
    RETURN NULL;
END $$;
