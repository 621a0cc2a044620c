-- The most that a clip ever stood at: last_views may fall, and growth counts only above the old height. Where nobody noted it, it is what is known now.
ALTER TABLE clip ADD COLUMN highest_views bigint CHECK (highest_views >= 0);
