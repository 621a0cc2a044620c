-- Copies of what the submission service said: which campaign pays how much, and for which clips.

-- One row per campaign that was ever heard of, by whatever topic first. Whoever works on a campaign's money locks it:
-- without it, the last reading of a round and its closing could pass each other unseen in two transactions.
CREATE TABLE lane (
    campaign_id uuid PRIMARY KEY
);

CREATE TABLE campaign (
    id              uuid PRIMARY KEY REFERENCES lane,
    name            text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ENDED')),
    version         bigint      NOT NULL CHECK (version >= 0),
    currency        char(3)     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    cpm_micros      bigint      NOT NULL CHECK (cpm_micros > 0),
    clip_cap_micros bigint      CHECK (clip_cap_micros > 0),
    budget_micros   bigint      NOT NULL CHECK (budget_micros > 0),
    spent_micros    bigint      NOT NULL DEFAULT 0,
    held_rounds     integer     NOT NULL DEFAULT 0 CHECK (held_rounds >= 0),
    completed_at    timestamptz,
    CONSTRAINT never_over_budget CHECK (spent_micros BETWEEN 0 AND budget_micros),
    CONSTRAINT completed_exactly_when_spent CHECK ((completed_at IS NOT NULL) = (spent_micros = budget_micros))
);

-- Earnings are computed from the baseline on: a new price for old growth would pay it twice or take it back.
CREATE FUNCTION refuse_new_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the price of campaign % is fixed once it is published', OLD.id;
END $$;
CREATE TRIGGER price_is_fixed BEFORE UPDATE OF cpm_micros, currency ON campaign
    FOR EACH ROW WHEN (OLD.cpm_micros <> NEW.cpm_micros OR OLD.currency <> NEW.currency)
    EXECUTE FUNCTION refuse_new_price();

CREATE TABLE clip (
    id             uuid PRIMARY KEY,
    campaign_id    uuid   NOT NULL REFERENCES lane,
    clipper_id     text   NOT NULL,
    platform       text   NOT NULL,
    video_id       text   NOT NULL,
    baseline_views bigint NOT NULL CHECK (baseline_views >= 0),
    high_views     bigint NOT NULL,
    accrued_micros bigint NOT NULL DEFAULT 0 CHECK (accrued_micros >= 0),
    final_micros   bigint,
    CONSTRAINT views_count_above_the_baseline CHECK (high_views >= baseline_views),
    CONSTRAINT final_is_what_was_accrued CHECK (final_micros IS NULL OR final_micros = accrued_micros)
) WITH (fillfactor = 70);
CREATE INDEX clip_by_campaign ON clip (campaign_id, id DESC);
CREATE INDEX clip_by_clipper ON clip (clipper_id, id DESC);

-- The baseline is captured once; neither approval nor anything later may overwrite it.
CREATE FUNCTION refuse_new_baseline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the baseline of clip % is write-once', OLD.id;
END $$;
CREATE TRIGGER baseline_is_write_once BEFORE UPDATE OF baseline_views ON clip
    FOR EACH ROW WHEN (OLD.baseline_views <> NEW.baseline_views) EXECUTE FUNCTION refuse_new_baseline();
