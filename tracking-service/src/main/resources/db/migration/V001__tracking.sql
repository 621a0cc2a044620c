-- What tracking hears, what it reads, and how it goes about it. Numbers that others own are copies and carry a version.

-- A copy of each campaign. A budget or a completion may be heard before the campaign itself: version 0 then.
CREATE TABLE campaign (
    id                uuid PRIMARY KEY,
    version           bigint      NOT NULL DEFAULT 0 CHECK (version >= 0),
    status            text        CHECK (status IN ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ENDED')),
    platforms         text[]      NOT NULL DEFAULT '{}',
    tracking_interval interval    CHECK (tracking_interval > interval '0'),
    ends_at           timestamptz,
    published_at      timestamptz,
    budget_left       boolean     NOT NULL DEFAULT true,
    budget_at         timestamptz,
    completed_at      timestamptz,
    CHECK (version = 0 OR (status IS NOT NULL AND tracking_interval IS NOT NULL))
);

-- A submission while it is pending, a clip once it is approved: one id for both. No foreign key to campaign: its copy may
-- come later.
CREATE TABLE clip (
    id              uuid PRIMARY KEY,
    campaign_id     uuid        NOT NULL,
    clipper_id      text        NOT NULL,
    platform        text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    video_id        text        NOT NULL,
    canonical_url   text        NOT NULL,
    submitted_at    timestamptz NOT NULL,
    status          text        NOT NULL CHECK (status IN ('BASELINE_PENDING', 'BASELINED', 'TRACKED', 'GONE', 'DROPPED')),
    baseline_views  bigint      CHECK (baseline_views >= 0),
    baseline_at     timestamptz,
    baseline_due_at timestamptz,
    baseline_lease  timestamptz,
    baseline_tries  integer     NOT NULL DEFAULT 0 CHECK (baseline_tries >= 0),
    last_views      bigint      CHECK (last_views >= 0),
    last_read_at    timestamptz,
    gone_said_in    bigint      CHECK (gone_said_in > 0),
    CHECK ((baseline_views IS NULL) = (baseline_at IS NULL)),
    CHECK (status NOT IN ('BASELINED', 'TRACKED', 'GONE') OR baseline_views IS NOT NULL),
    CHECK (status <> 'BASELINE_PENDING' OR (baseline_views IS NULL AND baseline_due_at IS NOT NULL))
);
CREATE INDEX clip_tracked ON clip (campaign_id, id) WHERE status = 'TRACKED';
CREATE INDEX clip_baseline_due ON clip (baseline_due_at) WHERE status = 'BASELINE_PENDING';
CREATE INDEX clip_undecided ON clip (platform, video_id) WHERE status = 'BASELINED';

-- The baseline is captured once. Approval, a late reading, a second delivery: nothing overwrites it.
CREATE FUNCTION refuse_another_baseline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'clip % has a baseline, which is never overwritten', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER baseline_is_written_once BEFORE UPDATE OF baseline_views, baseline_at ON clip FOR EACH ROW
    WHEN (OLD.baseline_views IS NOT NULL
          AND (NEW.baseline_views, NEW.baseline_at) IS DISTINCT FROM (OLD.baseline_views, OLD.baseline_at))
    EXECUTE FUNCTION refuse_another_baseline();

-- One pass over all clips that one campaign had when the round was claimed. The token fences off whoever held it before.
CREATE TABLE round (
    id          uuid PRIMARY KEY,
    campaign_id uuid        NOT NULL,
    number      bigint      NOT NULL CHECK (number > 0),
    status      text        NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
    token       bigint      NOT NULL DEFAULT 1 CHECK (token > 0),
    lease_until timestamptz NOT NULL,
    claimed_at  timestamptz NOT NULL,
    closed_at   timestamptz,
    clips       integer     NOT NULL CHECK (clips > 0),
    observed    integer     NOT NULL DEFAULT 0 CHECK (observed >= 0),
    unavailable integer     NOT NULL DEFAULT 0 CHECK (unavailable >= 0),
    unreadable  integer     NOT NULL DEFAULT 0 CHECK (unreadable BETWEEN 0 AND unavailable),
    UNIQUE (campaign_id, number),
    CHECK (observed + unavailable <= clips),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK (status = 'OPEN' OR observed + unavailable = clips)
);
CREATE UNIQUE INDEX round_one_open ON round (campaign_id) WHERE status = 'OPEN';
CREATE INDEX round_lease ON round (lease_until) WHERE status = 'OPEN';
CREATE INDEX round_of_campaign ON round (campaign_id, id);

CREATE TABLE round_clip (
    round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
    clip_id  uuid NOT NULL,
    platform text NOT NULL,
    outcome  text CHECK (outcome IN ('OK', 'GONE', 'UNKNOWN', 'IMPLAUSIBLE')),
    PRIMARY KEY (round_id, clip_id)
);
CREATE INDEX round_clip_unread ON round_clip (round_id, platform, clip_id) WHERE outcome IS NULL;

-- Every reading, as it was. By month, so that old months are dropped and not deleted row by row.
CREATE TABLE observation (
    clip_id     uuid        NOT NULL,
    reading_id  uuid        NOT NULL,
    observed_at timestamptz NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('BASELINE', 'ROUND')),
    outcome     text        NOT NULL CHECK (outcome IN ('OK', 'GONE', 'UNKNOWN', 'IMPLAUSIBLE')),
    reason      text        CHECK (reason IN ('DELETED', 'PRIVATE', 'NOT_FOUND', 'PROVIDER_ERROR', 'IMPLAUSIBLE')),
    views       bigint,
    likes       bigint,
    comments    bigint,
    shares      bigint,
    saves       bigint,
    source      text        NOT NULL,
    PRIMARY KEY (clip_id, reading_id, observed_at),
    CHECK ((outcome = 'OK') = (reason IS NULL)),
    CHECK (outcome <> 'OK' OR views >= 0)
) PARTITION BY RANGE (observed_at);
COMMENT ON COLUMN observation.reading_id IS 'the round''s id, or an id of its own for a baseline; version 7, so it sorts by time';
COMMENT ON COLUMN observation.views IS 'where the outcome is IMPLAUSIBLE: what was read and not believed';

-- True where it was there already.
CREATE FUNCTION create_observation_month(month date) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('observation_' || to_char(month, 'YYYY_MM')) IS NOT NULL THEN
        RETURN true; -- creating would lock the parent table
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('create_observation_month'));
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF observation FOR VALUES FROM (%L) TO (%L)',
                   'observation_' || to_char(month, 'YYYY_MM'),
                   to_char(month, 'YYYY-MM-01') || ' 00:00:00+00',
                   to_char(month + interval '1 month', 'YYYY-MM-01') || ' 00:00:00+00');
    RETURN false;
END $$;

-- What is known of each video, clip or not: the last thing that was published about it.
CREATE TABLE video (
    platform      text        NOT NULL,
    video_id      text        NOT NULL,
    canonical_url text        NOT NULL,
    facts         jsonb,
    views         bigint      CHECK (views >= 0),
    unavailable   text,
    observed_at   timestamptz NOT NULL,
    source        text        NOT NULL,
    PRIMARY KEY (platform, video_id)
);

-- What admins set going, and why they could.
CREATE TABLE audit_entry (
    id      uuid PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   text        NOT NULL,
    action  text        NOT NULL,
    details json        NOT NULL
);
CREATE FUNCTION refuse_to_rewrite_the_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW
    EXECUTE FUNCTION refuse_to_rewrite_the_audit_log();
