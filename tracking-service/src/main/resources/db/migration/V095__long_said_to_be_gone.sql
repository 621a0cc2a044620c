-- What is said to be gone for days, and nothing proves, is counted for whoever watches. They are few: no other clip is in these indexes.
CREATE INDEX clip_said_gone ON clip (gone_said_at) WHERE gone_said_at IS NOT NULL;
CREATE INDEX clip_baseline_said_gone ON clip (baseline_gone_at) WHERE baseline_gone_at IS NOT NULL;
