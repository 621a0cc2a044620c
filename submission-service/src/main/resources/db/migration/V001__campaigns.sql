-- A campaign's terms and how far it is. Amounts are millionths of its one currency.
CREATE TABLE campaign (
    id                        uuid PRIMARY KEY,
    -- Grows with every change, so that readers of the topic can tell old from new, and two admins at once can't both win.
    version                   bigint      NOT NULL CHECK (version > 0),
    name                      text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    status                    text        NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ENDED')),
    currency                  text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    budget_micros             bigint      NOT NULL CHECK (budget_micros > 0),
    -- Told by the earnings service. Only ever rises here, and never above the budget.
    spent_micros              bigint      NOT NULL DEFAULT 0 CHECK (spent_micros >= 0),
    cpm_micros                bigint      NOT NULL CHECK (cpm_micros > 0),
    platforms                 text[]      NOT NULL CHECK (cardinality(platforms) > 0
                                                          AND platforms <@ ARRAY ['TIKTOK', 'YOUTUBE', 'INSTAGRAM']),
    clip_cap_micros           bigint      CHECK (clip_cap_micros > 0),
    tracking_interval_seconds bigint      NOT NULL CHECK (tracking_interval_seconds BETWEEN 1800 AND 86400),
    ends_at                   timestamptz,
    shared_videos             boolean     NOT NULL,
    created_at                timestamptz NOT NULL,
    created_by                text        NOT NULL,
    changed_at                timestamptz NOT NULL,
    published_at              timestamptz,
    completed_at              timestamptz,
    CONSTRAINT spent_within_budget CHECK (spent_micros <= budget_micros),
    CONSTRAINT published_unless_draft CHECK ((status = 'DRAFT') = (published_at IS NULL)),
    CONSTRAINT completed_when_over CHECK ((status IN ('COMPLETED', 'ENDED')) = (completed_at IS NOT NULL)),
    CONSTRAINT drafts_spend_nothing CHECK (status <> 'DRAFT' OR spent_micros = 0)
);
-- The lists: of all by primary key, of one status by this.
CREATE INDEX campaign_by_status ON campaign (status, id DESC);

-- Who did what, when and why. Entries outlive what they are about, hence no foreign key.
CREATE TABLE audit_log (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    action     text        NOT NULL,
    subject_id uuid        NOT NULL,
    reason     text
);
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_log_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    EXECUTE FUNCTION refuse_change();
