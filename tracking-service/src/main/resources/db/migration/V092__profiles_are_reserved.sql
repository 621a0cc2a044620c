-- A profile is reserved by its title before it is made at Ayrshare, which shows its key once: whatever goes wrong then, what
-- may exist there stands here. Without a key until it is made.
ALTER TABLE ayrshare_profile
    ALTER COLUMN key_key_id DROP NOT NULL,
    ALTER COLUMN key_nonce DROP NOT NULL,
    ALTER COLUMN key_ciphertext DROP NOT NULL,
    ADD CONSTRAINT a_key_is_whole CHECK ((key_key_id IS NULL) = (key_nonce IS NULL) AND (key_key_id IS NULL) = (key_ciphertext IS NULL));
