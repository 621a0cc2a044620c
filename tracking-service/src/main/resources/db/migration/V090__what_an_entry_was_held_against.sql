-- The last count that was not one admin's alone: what is entered next is held against it as well, so that many small steps
-- are not less than a large one. NULL for entries from before: what follows one of them needs a second admin.
ALTER TABLE manual_reading ADD COLUMN held_against bigint;
COMMENT ON COLUMN manual_reading.held_against IS 'as the platform showed it; NULL where there was nothing to compare with';
