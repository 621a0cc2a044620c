-- Accounts that clippers say are theirs, and the codes that prove it once they stand in the account's profile. A row stays when its
-- clipper removes the account: neither its code nor its attempts begin anew.
CREATE TABLE creator_claim (
    id              uuid PRIMARY KEY,
    clipper_id      text        NOT NULL,
    platform        text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    handle          text        NOT NULL CHECK (handle = lower(handle) AND length(handle) BETWEEN 1 AND 30),
    status          text        NOT NULL CHECK (status IN ('PENDING', 'VERIFIED', 'TAKEN_OVER', 'REMOVED')),
    code            text        NOT NULL CHECK (code ~ '^[A-Z2-9]{8}$'),
    code_expires_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- Attempts that the platform did not answer are given back; what was read, and paid for, is not.
    readings        integer     NOT NULL DEFAULT 0 CHECK (readings >= attempts),
    account_id      text,
    verified_at     timestamptz,
    created_at      timestamptz NOT NULL,
    UNIQUE (clipper_id, platform, handle),
    CONSTRAINT verified_at_a_time CHECK ((status = 'VERIFIED') = (verified_at IS NOT NULL)),
    CONSTRAINT only_proof_tells_the_account CHECK (status = 'VERIFIED' OR account_id IS NULL)
);
-- An account is one clipper's at a time, by its name and by the platform's own id.
CREATE UNIQUE INDEX one_clipper_per_handle ON creator_claim (platform, handle) WHERE status = 'VERIFIED';
CREATE UNIQUE INDEX one_clipper_per_account ON creator_claim (platform, account_id) WHERE status = 'VERIFIED';
-- A clipper's own list.
CREATE INDEX creator_claim_of_clipper ON creator_claim (clipper_id, id DESC) WHERE status <> 'REMOVED';
