-- Whether a provider calls a submitted video an advertisement or paid for, and when it last said so; null while nobody says. What a campaign does
-- with such videos is one of its terms: as before they count like any other.
ALTER TABLE submission ADD COLUMN sponsored boolean, ADD COLUMN sponsored_at timestamptz;
ALTER TABLE submission ADD CONSTRAINT sponsored_since CHECK ((sponsored IS NULL) = (sponsored_at IS NULL));
ALTER TABLE campaign ADD COLUMN sponsored_videos text NOT NULL DEFAULT 'ALLOWED' CHECK (sponsored_videos IN ('ALLOWED', 'REFUSED'));
