-- The one rule of what keeps a clipper's money of a currency here, for all who send: earnings in question, or more held or taken back than is
-- left. No row of a balance is no money. Asked where payouts are sent, ordered from PayPal and written into a file for a bank.
CREATE FUNCTION money_may_leave(whose text, of_currency text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (SELECT FROM discrepancy
            WHERE clipper_id = whose AND currency = of_currency AND resolved_at IS NULL)
        AND EXISTS (SELECT FROM balance
            WHERE clipper_id = whose AND currency = of_currency
                AND earned_micros - taken_back_micros - held_micros - reserved_micros - paid_micros >= 0)
$$;
