-- Whoever writes a row has locked its shard's row before and taken its number from it: there is no row without a shard, and asking again for each row costs more than writing it.
ALTER TABLE outbox DROP CONSTRAINT outbox_shard_fkey;
