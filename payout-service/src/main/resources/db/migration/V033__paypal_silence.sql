-- When PayPal last said how a payment that it has stands: from what it has not told of for long, nobody can conclude that it is still on its way.
ALTER TABLE paypal_payment ADD COLUMN heard_at timestamptz NOT NULL DEFAULT now();
