-- What is PAID is contradicted by every word of PayPal but SUCCESS: it came back, was stopped, was never taken, or nobody knows what the word means.
-- What is FAILED is contradicted where PayPal has paid it, or still may: then the clipper, who has the money again, would have it twice.
CREATE OR REPLACE VIEW contradiction AS SELECT * FROM paypal_payment
WHERE (closed_as = 'FAILED' AND item_status IN ('SUCCESS', 'PENDING', 'UNCLAIMED', 'ONHOLD')
        OR closed_as = 'PAID' AND item_status <> 'SUCCESS')
    AND acknowledged IS DISTINCT FROM item_status;
DROP INDEX paypal_payment_contradicted;
CREATE INDEX paypal_payment_contradicted ON paypal_payment (payout_id)
    WHERE (closed_as = 'FAILED' AND item_status IN ('SUCCESS', 'PENDING', 'UNCLAIMED', 'ONHOLD')
            OR closed_as = 'PAID' AND item_status <> 'SUCCESS')
        AND acknowledged IS DISTINCT FROM item_status;
