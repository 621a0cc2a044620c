-- What was corrected of a minute counts as posted of it, for ever: finds it where the two sides are compared.
CREATE INDEX discrepancy_corrected ON discrepancy (clipper_id, currency, minute) INCLUDE (correction_micros)
    WHERE resolved_at IS NOT NULL AND correction_micros IS NOT NULL;
