-- When a provider last showed the video, whatever its count was worth: last_read_at moves only with a count that was believed. Null where it was not shown since.
ALTER TABLE clip ADD COLUMN shown_at timestamptz;
