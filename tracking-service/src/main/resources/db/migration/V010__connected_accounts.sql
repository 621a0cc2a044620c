-- Accounts whose owners let us read their own numbers. What opens them is sealed by the service: no table holds it in clear.
CREATE TABLE ayrshare_profile (
    id             uuid PRIMARY KEY,
    title          text        NOT NULL UNIQUE,
    ref_id         text        UNIQUE,
    key_key_id     text        NOT NULL,
    key_nonce      bytea       NOT NULL,
    key_ciphertext bytea       NOT NULL,
    created_at     timestamptz NOT NULL
);

CREATE TABLE social_account (
    id                  uuid PRIMARY KEY,
    platform            text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    handle              text        NOT NULL,
    platform_account_id text        NOT NULL,
    clipper_id          text        NOT NULL,
    ayrshare_profile_id uuid        REFERENCES ayrshare_profile,
    token_key_id        text,
    token_nonce         bytea,
    token_ciphertext    bytea,
    token_expires_at    timestamptz,
    created_at          timestamptz NOT NULL,
    UNIQUE (platform, platform_account_id),
    CHECK ((token_key_id IS NULL) = (token_nonce IS NULL) AND (token_key_id IS NULL) = (token_ciphertext IS NULL)),
    CHECK (token_key_id IS NOT NULL OR token_expires_at IS NULL)
);
CREATE INDEX social_account_of_clipper ON social_account (clipper_id, platform, id);
CREATE INDEX social_account_of_profile ON social_account (ayrshare_profile_id);
CREATE INDEX clip_of_video ON clip (platform, video_id);
