-- Plumbing of every service, in a schema of its own so that a service's migrations number themselves.

-- One row per shard: a key always falls into the same shard, and a shard's sequence is dense and in commit order,
-- because a transaction holds the shard's row from taking numbers until it commits.
CREATE TABLE outbox_shard (
    shard    smallint PRIMARY KEY,
    next_seq bigint   NOT NULL DEFAULT 1 CHECK (next_seq > 0)
);
INSERT INTO outbox_shard (shard) SELECT generate_series(0, 15);

-- Apart from outbox_shard: the relay holds its row while it sends, and must not stop those who append.
CREATE TABLE outbox_relay (
    shard   smallint PRIMARY KEY REFERENCES outbox_shard,
    relayed bigint   NOT NULL DEFAULT 0 CHECK (relayed >= 0)
);
INSERT INTO outbox_relay (shard) SELECT shard FROM outbox_shard;

CREATE TABLE outbox (
    shard      smallint    NOT NULL REFERENCES outbox_shard,
    seq        bigint      NOT NULL CHECK (seq > 0),
    topic      text        NOT NULL,
    key        bytea,
    value      bytea,
    headers    json        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (shard, seq)
);
CREATE INDEX outbox_created_at ON outbox USING brin (created_at);

CREATE TABLE consumer_offset (
    consumer    text    NOT NULL,
    topic       text    NOT NULL,
    part        integer NOT NULL,
    next_offset bigint  NOT NULL CHECK (next_offset >= 0),
    PRIMARY KEY (consumer, topic, part)
);

-- Events whose effect has happened. A relay that died before it took note sends a tail again: the id tells.
CREATE TABLE inbox (
    consumer text        NOT NULL,
    event_id text        NOT NULL,
    seen_at  timestamptz NOT NULL,
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_seen_at ON inbox USING brin (seen_at);

CREATE TABLE idempotency_key (
    client       text        NOT NULL,
    key          text        NOT NULL,
    request_hash bytea       NOT NULL,
    answer       json        NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (client, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key USING brin (created_at);
