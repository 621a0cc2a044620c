-- Terms have versions, a round is settled by the version it was claimed under, and each clip of each settled round has a receipt.

-- What each version of a campaign pays; versions that change nothing about money are left out. Never changed: receipts name them.
CREATE TABLE terms (
    campaign_id     uuid        NOT NULL REFERENCES campaign,
    version         bigint      NOT NULL CHECK (version >= 0),
    cpm_micros      bigint      NOT NULL CHECK (cpm_micros > 0),
    clip_cap_micros bigint      CHECK (clip_cap_micros > 0),
    min_views       bigint      NOT NULL CHECK (min_views >= 0),
    budget_micros   bigint      NOT NULL CHECK (budget_micros > 0),
    hold_days       integer     NOT NULL CHECK (hold_days BETWEEN 0 AND 90),
    valid_from      timestamptz NOT NULL,
    PRIMARY KEY (campaign_id, version)
);
INSERT INTO terms SELECT id, version, cpm_micros, clip_cap_micros, 0, budget_micros, 0, now() FROM campaign;
CREATE TRIGGER terms_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DROP TRIGGER price_is_fixed ON campaign;
DROP FUNCTION refuse_new_price();
CREATE FUNCTION refuse_new_currency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the currency of campaign % is fixed once it is published', OLD.id;
END $$;
CREATE TRIGGER currency_is_fixed BEFORE UPDATE OF currency ON campaign
    FOR EACH ROW WHEN (OLD.currency <> NEW.currency) EXECUTE FUNCTION refuse_new_currency();

ALTER TABLE campaign
    DROP CONSTRAINT completed_exactly_when_spent,
    DROP COLUMN cpm_micros,
    DROP COLUMN clip_cap_micros,
    ADD COLUMN ending text CHECK (ending IN ('ENDED_BY_TIME', 'ENDED_BY_ADMIN')),
    ADD COLUMN completion text CHECK (completion IN ('BUDGET_SPENT', 'ENDED_BY_TIME', 'ENDED_BY_ADMIN')),
    ADD COLUMN refunded_micros bigint NOT NULL DEFAULT 0;
UPDATE campaign SET completion = 'BUDGET_SPENT' WHERE completed_at IS NOT NULL;
ALTER TABLE campaign
    ADD CONSTRAINT completed_says_why CHECK ((completed_at IS NULL) = (completion IS NULL)),
    ADD CONSTRAINT completed_exactly_when_spent CHECK (spent_micros <> budget_micros OR completed_at IS NOT NULL),
    ADD CONSTRAINT budget_spent_says_the_truth CHECK (completion IS DISTINCT FROM 'BUDGET_SPENT' OR spent_micros = budget_micros),
    ADD CONSTRAINT refunds_what_is_left CHECK (refunded_micros BETWEEN 0 AND budget_micros - spent_micros),
    ADD CONSTRAINT refunds_at_the_end CHECK (refunded_micros = 0 OR completion IN ('ENDED_BY_TIME', 'ENDED_BY_ADMIN'));

-- A segment is the stretch of a clip's growth that one price pays: from segment_views on, with segment_micros earned before it. carry holds
-- what the segments before it were worth and did not pay, in thousandths of a micro-unit: a fraction, or all of it below the least views.
ALTER TABLE clip
    ADD COLUMN segment_views bigint,
    ADD COLUMN segment_micros bigint NOT NULL DEFAULT 0,
    ADD COLUMN carry bigint NOT NULL DEFAULT 0 CHECK (carry >= 0),
    ADD COLUMN terms_version bigint;
UPDATE clip SET segment_views = baseline_views;
ALTER TABLE clip
    ALTER COLUMN segment_views SET NOT NULL,
    ADD CONSTRAINT segment_is_below_the_height CHECK (segment_views BETWEEN baseline_views AND high_views),
    ADD CONSTRAINT segment_is_below_what_was_accrued CHECK (segment_micros BETWEEN 0 AND accrued_micros);

ALTER TABLE round ADD COLUMN campaign_version bigint CHECK (campaign_version >= 0);

-- Campaigns that get no round any more, and which was their last.
CREATE TABLE tracking_end (
    campaign_id uuid PRIMARY KEY REFERENCES lane,
    version     bigint      NOT NULL CHECK (version >= 0),
    last_round  bigint      NOT NULL CHECK (last_round >= 0),
    ended_at    timestamptz NOT NULL
);

-- A settled round: one debit of the campaign's budget. Its credits are its receipts.
CREATE TABLE settlement (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id   uuid        NOT NULL REFERENCES lane,
    round_id      uuid        NOT NULL UNIQUE REFERENCES round,
    terms_version bigint      NOT NULL,
    total_micros  bigint      NOT NULL CHECK (total_micros >= 0),
    rationed      boolean     NOT NULL,
    settled_at    timestamptz NOT NULL,
    -- Settlements of before this form have their postings in ledger_posting.
    entry_id      bigint UNIQUE REFERENCES ledger_entry
);
CREATE INDEX settlement_by_campaign ON settlement (campaign_id, id DESC);

-- What became of one clip in one settled round, and from which reading. An amount is a credit of the clip in the journal.
CREATE TABLE receipt (
    settlement_id bigint  NOT NULL REFERENCES settlement,
    clip_id       uuid    NOT NULL,
    clipper_id    text    NOT NULL,
    reason        text    NOT NULL CHECK (reason IN ('PAID', 'CAPPED', 'RATIONED', 'NOT_GROWN', 'BELOW_MIN_VIEWS', 'UNREADABLE', 'GONE')),
    source        text    NOT NULL,
    observed_at   timestamptz NOT NULL,
    read_views    bigint CHECK (read_views >= 0),
    views_before  bigint  NOT NULL,
    views_after   bigint  NOT NULL CHECK (views_after >= views_before),
    due_micros    bigint  NOT NULL CHECK (due_micros >= 0),
    amount_micros bigint  NOT NULL CHECK (amount_micros BETWEEN 0 AND due_micros),
    total_micros  bigint  NOT NULL CHECK (total_micros >= amount_micros),
    PRIMARY KEY (settlement_id, clip_id),
    CONSTRAINT missing_is_never_a_number CHECK ((read_views IS NULL) = (reason IN ('UNREADABLE', 'GONE'))),
    CONSTRAINT unread_pays_nothing CHECK (read_views IS NOT NULL OR (due_micros = 0 AND views_after = views_before))
);

INSERT INTO settlement (campaign_id, round_id, terms_version, total_micros, rationed, settled_at, entry_id)
SELECT r.campaign_id, r.id, c.version, coalesce(sum(a.amount_micros), 0), coalesce(bool_or(a.rationed), false), r.settled_at, min(a.entry_id)
FROM round r JOIN campaign c ON c.id = r.campaign_id LEFT JOIN accrual a ON a.round_id = r.id
WHERE r.status = 'SETTLED' AND r.settled_by = r.id
GROUP BY r.campaign_id, r.id, c.version, r.settled_at ORDER BY r.settled_at, r.campaign_id, r.number;
INSERT INTO receipt
SELECT s.id, a.clip_id, a.clipper_id, CASE WHEN a.rationed THEN 'RATIONED' ELSE 'PAID' END, g.source, g.observed_at, g.views,
       a.views_before, a.views_after, a.amount_micros, a.amount_micros, a.total_micros
FROM settlement s JOIN accrual a ON a.round_id = s.round_id
JOIN LATERAL (
    SELECT g.source, g.observed_at, g.views FROM reading g JOIN round r ON r.id = g.round_id
    WHERE g.clip_id = a.clip_id AND g.views IS NOT NULL AND r.settled_by = s.round_id
    ORDER BY g.views DESC, g.observed_at LIMIT 1) g ON true;
DROP TABLE accrual;

CREATE TRIGGER settlement_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One debit equals its credits: asked when the transaction commits, once for each settlement and not for each of its clips.
CREATE FUNCTION refuse_unequal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.total_micros <> (SELECT coalesce(sum(r.amount_micros), 0) FROM receipt r WHERE r.settlement_id = NEW.id) THEN
        RAISE EXCEPTION 'the postings of an entry must sum to zero';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER settlement_is_balanced AFTER INSERT ON settlement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unequal();
-- And nothing joins a settlement later: all of a settlement's receipts are one statement.
CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (SELECT settlement_id, sum(amount_micros) AS total FROM added GROUP BY settlement_id) a
        JOIN settlement s ON s.id = a.settlement_id WHERE s.total_micros <> a.total
    ) THEN
        RAISE EXCEPTION 'the postings of an entry must sum to zero';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER receipts_are_whole AFTER INSERT ON receipt
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late();

ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind_check
    CHECK (kind IN ('FUNDING', 'SETTLEMENT', 'REFUND', 'ADJUSTMENT', 'HOLD', 'RELEASE'));

-- The whole journal, whatever table a posting is kept in.
CREATE VIEW posting AS
SELECT e.posted_at, e.campaign_id, e.kind, p.account, p.amount_micros
FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
UNION ALL
SELECT s.settled_at, s.campaign_id, 'SETTLEMENT', 'campaign:' || s.campaign_id || ':budget', -s.total_micros
FROM settlement s WHERE s.entry_id IS NULL AND s.total_micros <> 0
UNION ALL
SELECT s.settled_at, s.campaign_id, 'SETTLEMENT', 'clip:' || r.clip_id || ':earned', r.amount_micros
FROM settlement s JOIN receipt r ON r.settlement_id = s.id WHERE s.entry_id IS NULL AND r.amount_micros <> 0;

-- The role that writes the books cannot rewrite them, triggers or not.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry, ledger_posting, settlement, receipt, terms FROM CURRENT_USER;
-- A foreign key locks the row it names, for which PostgreSQL wants leave to update some column. These are generated, and refuse every value.
GRANT UPDATE (id) ON ledger_entry, settlement TO CURRENT_USER;
