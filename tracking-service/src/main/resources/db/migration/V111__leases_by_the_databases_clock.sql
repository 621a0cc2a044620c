-- A lease that an instance wrote whose clock was ahead would keep its round from all others for as long as the clock was ahead.
-- When it was last renewed is therefore noted by the one clock that all instances share.
ALTER TABLE round ADD COLUMN leased_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN round.leased_at IS 'by the clock of the database; all other times of a round are an instance''s own';
