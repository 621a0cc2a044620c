-- Videos of any kind as the topic tells them, clips or not: the newest observation stands, and so does the newest word
-- that a video is not there. Two registers that only move on, so that no order of hearing makes a difference.
CREATE TABLE video (
    platform         text   NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    video_id         text   NOT NULL CHECK (length(video_id) BETWEEN 1 AND 200),
    url              text,
    author_id        text,
    author_name      text,
    author_nickname  text,
    author_avatar    text,
    caption          text,
    sound_id         text,
    sound_title      text,
    sound_author     text,
    hashtags         text[] NOT NULL DEFAULT '{}',
    mentions         text[] NOT NULL DEFAULT '{}',
    duration_seconds bigint CHECK (duration_seconds >= 0),
    thumbnail_url    text,
    posted_at        timestamptz,
    views            bigint CHECK (views >= 0),
    likes            bigint CHECK (likes >= 0),
    comments         bigint CHECK (comments >= 0),
    shares           bigint CHECK (shares >= 0),
    saves            bigint CHECK (saves >= 0),
    -- Null where nothing but its absence has been heard of.
    observed_at      timestamptz,
    source           text,
    unavailable      text,
    unavailable_at   timestamptz,
    -- As they are looked for: in lower case, and without what would not fit into an index.
    creator          text CHECK (length(creator) <= 200),
    sound            text CHECK (length(sound) <= 200),
    tags             text[] NOT NULL DEFAULT '{}',
    day              date GENERATED ALWAYS AS ((posted_at AT TIME ZONE 'UTC')::date) STORED,
    -- As they are sorted: microseconds, and views. What is not known comes last; it is never shown as a number.
    by_time          bigint NOT NULL DEFAULT -9223372036854775808,
    by_views         bigint GENERATED ALWAYS AS (coalesce(views, -1)) STORED,
    PRIMARY KEY (platform, video_id),
    CHECK ((observed_at IS NULL) = (source IS NULL) AND (observed_at IS NULL) = (url IS NULL)),
    CHECK ((unavailable IS NULL) = (unavailable_at IS NULL))
);
CREATE INDEX video_newest ON video (by_time DESC, platform DESC, video_id DESC) WHERE observed_at IS NOT NULL;
CREATE INDEX video_most_viewed ON video (by_views DESC, platform DESC, video_id DESC) WHERE observed_at IS NOT NULL;
CREATE INDEX video_of_creator ON video (creator, platform, by_views DESC) WHERE creator IS NOT NULL;
CREATE INDEX video_of_sound ON video (sound, platform, by_views DESC) WHERE sound IS NOT NULL;
CREATE INDEX video_of_tag ON video USING gin (tags);

-- The campaigns that a video was posted for on schedule; tracking never takes one back.
CREATE TABLE video_posted_for (
    campaign_id uuid NOT NULL,
    platform    text NOT NULL,
    video_id    text NOT NULL,
    PRIMARY KEY (campaign_id, platform, video_id)
);
CREATE INDEX video_posted_for_of_video ON video_posted_for (platform, video_id);
CREATE INDEX clip_of_campaign ON clip (campaign_id, platform, video_id) WHERE status = 'APPROVED';

-- The sums of video by the day of posting, kept in step by the statement that changes it. counted: those of the videos
-- whose views are known. A change may take away, so the row that an insert proposes may be below 0.
CREATE TABLE found_day (
    kind     text    NOT NULL CHECK (kind IN ('HASHTAG', 'SOUND', 'CREATOR')),
    day      date    NOT NULL,
    platform text    NOT NULL,
    name     text    NOT NULL,
    videos   bigint  NOT NULL,
    counted  bigint  NOT NULL,
    views    numeric NOT NULL,
    PRIMARY KEY (kind, day, platform, name)
);

CREATE OR REPLACE FUNCTION forget_read_models() RETURNS void LANGUAGE sql AS $$
    TRUNCATE campaign, completion, clip, clipper_campaign, payout, video, video_posted_for, found_day;
    DELETE FROM chassis.consumer_offset;
$$;
