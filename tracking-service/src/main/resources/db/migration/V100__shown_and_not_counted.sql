-- What is shown, and nobody counts, is tried less and less often; what failed for another reason is not. Those that were tried slowly before begin anew.
ALTER TABLE clip ADD COLUMN baseline_uncounted integer NOT NULL DEFAULT 0 CHECK (baseline_uncounted >= 0);
