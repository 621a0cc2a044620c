-- What a video's views count. One platform's numbers may be plays where one provider was asked and views where another was: sums of
-- videos never add the two up. Null where there are none, and in records of before it was told: those count as views, as before.
ALTER TABLE video ADD COLUMN metric text CHECK (metric IN ('VIEWS', 'PLAYS'));
-- Beside views, which are those of the other videos.
ALTER TABLE found_day ADD COLUMN plays numeric NOT NULL DEFAULT 0;
