-- What of it was used for people who look something up, and not for money: a part of each limit is kept for rounds and baselines.
ALTER TABLE provider_use
    ADD COLUMN people_units  bigint NOT NULL DEFAULT 0 CHECK (people_units >= 0),
    ADD COLUMN people_micros bigint NOT NULL DEFAULT 0 CHECK (people_micros >= 0);
