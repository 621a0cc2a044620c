-- Facts are told in the order of their campaigns and claims in that of their clippers: a claim waits until all that it sums up has left.
ALTER TABLE claim_position ADD COLUMN outbox_mark bigint[] NOT NULL DEFAULT '{}';
