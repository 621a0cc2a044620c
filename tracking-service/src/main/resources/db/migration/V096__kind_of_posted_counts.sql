-- Plays and views of one video are different numbers: that of a posted video is kept with its kind, too. Ayrshare gives views.
ALTER TABLE posted_video ADD COLUMN count_kind text CHECK (count_kind IN ('VIEWS', 'PLAYS'));
UPDATE posted_video SET count_kind = 'VIEWS';
ALTER TABLE posted_video ALTER COLUMN count_kind SET NOT NULL;
