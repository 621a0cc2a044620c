-- Posts that Ayrshare publishes for a campaign, and the videos that came of them. Nobody submitted these: they earn nothing.
CREATE TABLE scheduled_post (
    id          uuid PRIMARY KEY,
    campaign_id uuid        NOT NULL,
    title       text        NOT NULL,
    created_at  timestamptz NOT NULL
);
CREATE INDEX scheduled_post_of_campaign ON scheduled_post (campaign_id, id);

-- The part of a post that goes to one platform. Ayrshare's id of the post may come later, as the id of the video may.
CREATE TABLE scheduled_upload (
    post_id           uuid        NOT NULL REFERENCES scheduled_post ON DELETE CASCADE,
    platform          text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    social_account_id uuid        NOT NULL REFERENCES social_account,
    ayrshare_post_id  text,
    ref_id            text,
    caption           text,
    url               text,
    scheduled_at      timestamptz,
    status            text        NOT NULL CHECK (status IN ('SCHEDULED', 'POSTED', 'FAILED')),
    failed_reason     text,
    video_id          text,
    PRIMARY KEY (post_id, platform),
    CHECK (status = 'FAILED' OR failed_reason IS NULL)
);
CREATE INDEX scheduled_upload_posted ON scheduled_upload (post_id, platform) WHERE status = 'POSTED';
CREATE INDEX scheduled_upload_of_account ON scheduled_upload (social_account_id);
CREATE INDEX scheduled_upload_at_ayrshare ON scheduled_upload (ayrshare_post_id);

CREATE TABLE posted_video (
    id            uuid PRIMARY KEY,
    campaign_id   uuid        NOT NULL,
    platform      text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    video_id      text        NOT NULL,
    url           text        NOT NULL,
    caption       text,
    thumbnail_url text,
    posted_at     timestamptz NOT NULL,
    views         bigint      NOT NULL CHECK (views >= 0),
    likes         bigint      CHECK (likes >= 0),
    comments      bigint      CHECK (comments >= 0),
    shares        bigint      CHECK (shares >= 0),
    saves         bigint      CHECK (saves >= 0),
    updated_at    timestamptz NOT NULL,
    UNIQUE (campaign_id, platform, video_id)
);
CREATE INDEX posted_video_of_campaign ON posted_video (campaign_id, id);
CREATE INDEX posted_video_of_video ON posted_video (platform, video_id);
COMMENT ON COLUMN posted_video.updated_at IS 'when the counts were measured that stand here';

-- What Ayrshare called us with: it calls again where it does not hear us.
CREATE TABLE ayrshare_hook (
    hook_id     text        PRIMARY KEY,
    received_at timestamptz NOT NULL
);
CREATE INDEX ayrshare_hook_received ON ayrshare_hook (received_at);
