-- Each part of a balance fits a bigint, and what is left of them may not: of a clipper with less than any amount nothing may leave, and nobody
-- else's payouts fail for that.
CREATE OR REPLACE FUNCTION money_may_leave(whose text, of_currency text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT money_is_stopped(whose, of_currency)
        AND EXISTS (SELECT FROM balance
            WHERE clipper_id = whose AND currency = of_currency
                AND earned_micros::numeric - taken_back_micros - held_micros - reserved_micros - paid_micros >= 0)
$$;

DROP TRIGGER balance_never_below_zero ON balance;
CREATE TRIGGER balance_never_below_zero BEFORE UPDATE ON balance FOR EACH ROW
    WHEN (NEW.reserved_micros + NEW.paid_micros > OLD.reserved_micros + OLD.paid_micros
          AND NEW.earned_micros::numeric - NEW.taken_back_micros - NEW.held_micros - NEW.reserved_micros - NEW.paid_micros < 0)
    EXECUTE FUNCTION refuse_reserving_too_much();
