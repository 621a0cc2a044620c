-- Finds what an old key has sealed, to seal it anew.
CREATE INDEX payout_details_key ON payout_details (key_id, payout_id);
