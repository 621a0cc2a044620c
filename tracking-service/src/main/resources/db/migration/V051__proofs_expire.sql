-- A proof is good for a while. An account that has changed hands since is not its former owner's for ever.
ALTER TABLE creator_claim DROP CONSTRAINT creator_claim_status_check;
ALTER TABLE creator_claim ADD CONSTRAINT creator_claim_status_check
    CHECK (status IN ('PENDING', 'VERIFIED', 'EXPIRED', 'TAKEN_OVER', 'REMOVED'));
CREATE INDEX creator_claim_proven ON creator_claim (verified_at, id) WHERE status = 'VERIFIED';
