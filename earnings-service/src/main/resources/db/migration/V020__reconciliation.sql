-- What is known of the books without reading all of them again, what is wrong with them, and what the payout service is told to compare.

-- How far the journal is counted for good. Ids are handed out before they commit and commit in any order: so the newest ids are noted first, and
-- counted only when every transaction that was open at that moment is over.
CREATE TABLE books_position (
    one                boolean     PRIMARY KEY DEFAULT true CHECK (one),
    entry_id           bigint      NOT NULL DEFAULT 0,
    settlement_id      bigint      NOT NULL DEFAULT 0,
    noted_entry_id     bigint      NOT NULL DEFAULT 0,
    noted_settlement_id bigint     NOT NULL DEFAULT 0,
    noted_at           timestamptz NOT NULL DEFAULT 'epoch',
    checked_at         timestamptz,
    recount_begun_at   timestamptz,
    recounted_at       timestamptz,
    CHECK (noted_entry_id >= entry_id AND noted_settlement_id >= settlement_id)
);
INSERT INTO books_position DEFAULT VALUES;

-- Sums of the journal up to that position. numeric: all campaigns of a currency together may be more than one amount can be.
CREATE TABLE books_currency (
    currency   char(3) PRIMARY KEY,
    sum_micros numeric NOT NULL
);
CREATE TABLE books_campaign (
    campaign_id    uuid    PRIMARY KEY REFERENCES lane,
    -- What its budget account holds, and what its clips were given.
    budget_micros  numeric NOT NULL,
    accrued_micros numeric NOT NULL
);

-- Where two sides of the books disagree, for as long as they do.
CREATE TABLE books_finding (
    rule            text        NOT NULL CHECK (rule IN
        ('CURRENCY_SUM', 'ENTRY_SUM', 'BUDGET_ACCOUNT', 'SPENT', 'CLIPS', 'OVER_BUDGET', 'RECOUNT')),
    -- A currency, an entry or settlement, or a campaign.
    subject         text        NOT NULL,
    currency        char(3)     NOT NULL,
    expected_micros numeric     NOT NULL,
    found_micros    numeric     NOT NULL,
    since           timestamptz NOT NULL,
    PRIMARY KEY (rule, subject)
);

-- Up to which minute the facts about clippers' earnings are summed up, and the sums that are not told yet. What happened before this release is
-- not stated: the payout service did not keep it by the minute.
CREATE TABLE claim_position (
    one          boolean     PRIMARY KEY DEFAULT true CHECK (one),
    stated_until timestamptz NOT NULL CHECK (stated_until = date_trunc('minute', stated_until, 'UTC'))
);
INSERT INTO claim_position (stated_until)
SELECT CASE WHEN EXISTS (SELECT FROM settlement) THEN date_trunc('minute', now(), 'UTC') + interval '1 minute' ELSE 'epoch' END;
CREATE TABLE claim (
    minute          timestamptz NOT NULL,
    clipper_id      text        NOT NULL,
    currency        char(3)     NOT NULL,
    facts           bigint      NOT NULL CHECK (facts > 0),
    accrued_micros  bigint      NOT NULL CHECK (accrued_micros >= 0),
    adjusted_micros bigint      NOT NULL,
    held_micros     bigint      NOT NULL CHECK (held_micros >= 0),
    released_micros bigint      NOT NULL CHECK (released_micros >= 0),
    PRIMARY KEY (minute, clipper_id, currency)
);
-- The facts of a minute are found without reading others.
CREATE INDEX settlement_by_time ON settlement (settled_at);
CREATE INDEX adjustment_by_time ON adjustment (adjusted_at);
CREATE INDEX hold_by_time ON hold (held_at);
CREATE INDEX hold_release_by_time ON hold_release (released_at);
