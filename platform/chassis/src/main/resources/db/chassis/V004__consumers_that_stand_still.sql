-- The next_offset that was found to lie outside of the topic's log. While both are equal the partition is not read:
-- a log that has grown over the gap meanwhile looks as if nothing had been missed.
ALTER TABLE consumer_offset ADD COLUMN stands_at bigint CHECK (stands_at >= 0);
