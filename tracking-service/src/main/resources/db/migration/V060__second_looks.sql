-- What takes a second look before it is believed, and what a count is continued by when its kind changes.

-- When a clip was first said to be gone, beside the round: two rounds may follow each other within seconds.
ALTER TABLE clip ADD COLUMN gone_said_at timestamptz;
UPDATE clip SET gone_said_at = now() WHERE gone_said_in IS NOT NULL;
ALTER TABLE clip ADD CONSTRAINT clip_missing_is_whole CHECK ((gone_said_in IS NULL) = (gone_said_at IS NULL));

-- A first count that may be a false one, until another reading agrees.
ALTER TABLE clip
    ADD COLUMN doubted_views bigint CHECK (doubted_views >= 0),
    ADD COLUMN doubted_at    timestamptz,
    ADD CONSTRAINT clip_doubt_is_whole CHECK ((doubted_views IS NULL) = (doubted_at IS NULL));

-- Views and plays are different numbers: where a platform is counted in the other from now on, the count goes on from where
-- it stood, and only what is gained from then on is growth.
ALTER TABLE clip ADD COLUMN views_offset bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN clip.views_offset IS 'last_views = what the platform showed + views_offset; 0 until the kind of count changes';

-- What an admin typed is of the kind that was declared then.
ALTER TABLE manual_reading ADD COLUMN count_kind text CHECK (count_kind IN ('VIEWS', 'PLAYS'));
UPDATE manual_reading AS m SET count_kind = coalesce(
    (SELECT last_kind FROM clip WHERE clip.id = m.clip_id), CASE platform WHEN 'INSTAGRAM' THEN 'PLAYS' ELSE 'VIEWS' END);
ALTER TABLE manual_reading ALTER COLUMN count_kind SET NOT NULL;
