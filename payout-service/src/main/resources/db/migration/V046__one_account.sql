-- Which account of PayPal an order went to, as a hash: what may have arrived there is never ordered from another one, which does not recognize it.
-- Null where nothing was ordered for certain, and of what was ordered before this was kept.
ALTER TABLE paypal_payment ADD COLUMN account text CHECK (account ~ '^[0-9a-f]{64}$');

CREATE FUNCTION refuse_other_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payout %: its order may have arrived, and the account that it went to never changes', OLD.payout_id
        USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER paypal_payment_in_one_account BEFORE UPDATE ON paypal_payment FOR EACH ROW
    WHEN (OLD.account IS NOT NULL AND NEW.account IS DISTINCT FROM OLD.account AND (NEW.doubt OR NEW.batch_id IS NOT NULL))
    EXECUTE FUNCTION refuse_other_account();

-- While a call is under way nothing is to be asked, but for what there is news of meanwhile; where it ends without an answer, it is made again.
CREATE INDEX paypal_payment_under_way ON paypal_payment (busy_until) WHERE ask_at IS NULL AND busy_until > '-infinity';
