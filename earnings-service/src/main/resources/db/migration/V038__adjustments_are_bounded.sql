-- What one adjustment adds, and what all of a clip stand at, is at most a thousand million of any currency. Sums of a clip's and a clipper's
-- money then fit their columns. Adjustments of before are left as they are, and no settlement of their clips is refused because of them.
ALTER TABLE adjustment ADD CONSTRAINT adds_no_more_than_the_most CHECK (amount_micros <= 1000000000000000) NOT VALID;

CREATE FUNCTION refuse_more_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM clip c WHERE c.id = NEW.clip_id AND c.adjusted_micros > 1000000000000000) THEN
        RAISE EXCEPTION 'the adjustments of clip % would stand at more than the most', NEW.clip_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER stands_at_no_more_than_the_most AFTER INSERT ON adjustment
    FOR EACH ROW WHEN (NEW.amount_micros > 0) EXECUTE FUNCTION refuse_more_added();
