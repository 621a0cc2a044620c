-- Rounds on their way to being settled, and what each settlement gave to whom.

CREATE TABLE round (
    id          uuid PRIMARY KEY,
    campaign_id uuid        NOT NULL REFERENCES lane,
    number      bigint      NOT NULL CHECK (number > 0),
    clips       integer     NOT NULL CHECK (clips >= 0),
    closed_at   timestamptz NOT NULL,
    status      text        NOT NULL DEFAULT 'WAITING'
                CHECK (status IN ('WAITING', 'HELD', 'SETTLED', 'AFTER_COMPLETION')),
    settled_by  uuid REFERENCES round,
    settled_at  timestamptz,
    UNIQUE (campaign_id, number),
    CONSTRAINT settled_says_when CHECK ((status IN ('SETTLED', 'AFTER_COMPLETION')) = (settled_at IS NOT NULL))
);
CREATE INDEX round_open ON round (campaign_id, number) WHERE status IN ('WAITING', 'HELD');

-- What each clip's reading was in each round: the evidence behind every accrual.
CREATE TABLE reading (
    round_id    uuid        NOT NULL,
    clip_id     uuid        NOT NULL,
    campaign_id uuid        NOT NULL REFERENCES lane,
    outcome     text        NOT NULL CHECK (outcome IN ('OK', 'GONE', 'UNKNOWN', 'IMPLAUSIBLE')),
    views       bigint CHECK (views >= 0),
    observed_at timestamptz NOT NULL,
    source      text        NOT NULL,
    PRIMARY KEY (round_id, clip_id),
    CONSTRAINT missing_is_never_a_number CHECK ((outcome = 'OK') = (views IS NOT NULL))
);

CREATE TABLE accrual (
    id            uuid PRIMARY KEY,
    round_id      uuid    NOT NULL REFERENCES round,
    clip_id       uuid    NOT NULL REFERENCES clip,
    clipper_id    text    NOT NULL,
    entry_id      bigint  NOT NULL,
    line          integer NOT NULL,
    amount_micros bigint  NOT NULL CHECK (amount_micros > 0),
    total_micros  bigint  NOT NULL CHECK (total_micros >= amount_micros),
    views_before  bigint  NOT NULL,
    views_after   bigint  NOT NULL CHECK (views_after >= views_before),
    cpm_micros    bigint  NOT NULL CHECK (cpm_micros > 0),
    rationed      boolean NOT NULL,
    UNIQUE (round_id, clip_id),
    UNIQUE (entry_id, line),
    FOREIGN KEY (entry_id, line) REFERENCES ledger_posting (entry_id, line)
);
CREATE INDEX accrual_by_clip ON accrual (clip_id, round_id DESC);
CREATE TRIGGER accrual_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON accrual
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
