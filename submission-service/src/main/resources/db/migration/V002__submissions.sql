-- One URL that a clipper offers to a campaign. Once approved it is a clip, under the same id.
CREATE TABLE submission (
    id                    uuid PRIMARY KEY,
    campaign_id           uuid        NOT NULL REFERENCES campaign,
    clipper_id            text        NOT NULL,
    platform              text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    video_id              text        NOT NULL CHECK (length(video_id) BETWEEN 1 AND 64),
    url                   text        NOT NULL CHECK (length(url) <= 2048),
    canonical_url         text        NOT NULL,
    -- Whether the campaign wants its videos for itself.
    exclusive             boolean     NOT NULL,
    status                text        NOT NULL CHECK (status IN ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    created_at            timestamptz NOT NULL,
    initial_views         bigint      CHECK (initial_views >= 0),
    baseline_at           timestamptz,
    current_views         bigint      CHECK (current_views >= 0),
    last_view_at          timestamptz,
    unavailable_reason    text,
    unavailable_at        timestamptz,
    earnings_micros       bigint      NOT NULL DEFAULT 0 CHECK (earnings_micros >= 0),
    final_earnings_micros bigint      CHECK (final_earnings_micros >= 0),
    decided_by            text,
    decided_at            timestamptz,
    rejection_reason      text,
    withdrawn_at          timestamptz,
    CONSTRAINT baseline_is_whole CHECK ((initial_views IS NULL) = (baseline_at IS NULL)),
    CONSTRAINT latest_views_are_whole CHECK ((current_views IS NULL) = (last_view_at IS NULL)),
    CONSTRAINT unavailability_is_whole CHECK ((unavailable_reason IS NULL) = (unavailable_at IS NULL)),
    CONSTRAINT decision_is_whole CHECK ((status IN ('APPROVED', 'REJECTED')) = (decided_by IS NOT NULL AND decided_at IS NOT NULL)),
    CONSTRAINT approval_needs_a_baseline CHECK (status <> 'APPROVED' OR initial_views IS NOT NULL),
    CONSTRAINT rejection_needs_a_reason CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL)),
    CONSTRAINT withdrawal_has_a_time CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
    CONSTRAINT only_clips_earn CHECK (status = 'APPROVED' OR (earnings_micros = 0 AND final_earnings_micros IS NULL))
);

-- A video is offered to a campaign once. A rejected one stays rejected; one that was taken back may come again.
CREATE UNIQUE INDEX video_once_per_campaign ON submission (platform, video_id, campaign_id) WHERE status <> 'WITHDRAWN';
-- And to one campaign only, unless the campaign shares its videos.
CREATE UNIQUE INDEX video_in_one_campaign ON submission (platform, video_id) WHERE exclusive AND status IN ('PENDING', 'APPROVED');

-- The lists: a clipper's own, all of one status, all of one campaign.
CREATE INDEX submission_by_clipper ON submission (clipper_id, id DESC);
CREATE INDEX submission_by_status ON submission (status, id DESC);
CREATE INDEX submission_by_campaign ON submission (campaign_id, id DESC);

-- A baseline is captured once and never overwritten, by nobody: earnings start from it.
CREATE FUNCTION keep_baseline() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the baseline of submission % is captured already', OLD.id USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER baseline_is_written_once
    BEFORE UPDATE OF initial_views, baseline_at ON submission
    FOR EACH ROW
    WHEN (OLD.initial_views IS NOT NULL
        AND (NEW.initial_views, NEW.baseline_at) IS DISTINCT FROM (OLD.initial_views, OLD.baseline_at))
    EXECUTE FUNCTION keep_baseline();
