-- A round's clips are written by the statement that opens it, and only for it. To look the round up again for each of them cost a third of a claim.
ALTER TABLE round_clip DROP CONSTRAINT round_clip_round_id_fkey;

-- The primary key finds a round's unread clips as well, and without this index an outcome is written in place.
DROP INDEX round_clip_unread;

-- Room on each page for what is written again: each listed clip once, each tracked clip, day and video in each round. No index is touched then.
ALTER TABLE round_clip SET (fillfactor = 50);
ALTER TABLE clip SET (fillfactor = 75);
ALTER TABLE clip_day SET (fillfactor = 80);
ALTER TABLE video SET (fillfactor = 75);
