-- What admins look for beside the rounds: jobs, what came of each of their parts, and the accounts that were met on the way.

-- An account whose videos were found. Its handle is one, whatever its capitals.
CREATE TABLE creator_account (
    id              uuid PRIMARY KEY,
    platform        text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    handle          text        NOT NULL CHECK (handle <> ''),
    account_id      text,
    nickname        text,
    avatar_url      text,
    bio             text,
    verified        boolean,
    followers       bigint      CHECK (followers >= 0),
    videos          bigint      CHECK (videos >= 0),
    first_seen_at   timestamptz NOT NULL,
    last_scraped_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX creator_account_handle ON creator_account (platform, lower(handle));

-- The token fences off whoever held the job before; the lease says how long it stays with a holder that says nothing.
CREATE TABLE scraping_job (
    id          uuid PRIMARY KEY,
    type        text        NOT NULL CHECK (type IN ('URLS', 'ACCOUNT', 'HASHTAG', 'TERM')),
    state       text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by    text        NOT NULL,
    subject     text,
    total       integer     NOT NULL CHECK (total > 0),
    done        integer     NOT NULL DEFAULT 0 CHECK (done >= 0),
    failed      integer     NOT NULL DEFAULT 0 CHECK (failed >= 0),
    found       integer     NOT NULL DEFAULT 0 CHECK (found >= 0),
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    token       bigint      NOT NULL DEFAULT 0 CHECK (token >= 0),
    lease_until timestamptz,
    CHECK (done + failed <= total),
    CHECK ((state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL)),
    CHECK (finished_at IS NULL OR done + failed = total)
);
CREATE INDEX scraping_job_open ON scraping_job (id) WHERE finished_at IS NULL;
CREATE INDEX scraping_job_open_of ON scraping_job (asked_by) WHERE finished_at IS NULL;
CREATE INDEX scraping_job_search ON scraping_job (id) WHERE type IN ('HASHTAG', 'TERM');

CREATE TABLE scraping_item (
    job_id    uuid    NOT NULL REFERENCES scraping_job ON DELETE CASCADE,
    position  integer NOT NULL CHECK (position >= 0),
    input     text    NOT NULL,
    kind      text    CHECK (kind IN ('VIDEO', 'PROFILE', 'ACCOUNT', 'HASHTAG', 'TERM')),
    platform  text    CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    subject   text,
    url       text,
    video_max integer NOT NULL CHECK (video_max >= 0),
    state     text    NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED')),
    reason    text,
    found     integer NOT NULL DEFAULT 0 CHECK (found >= 0),
    PRIMARY KEY (job_id, position),
    CHECK ((state = 'FAILED') = (reason IS NOT NULL)),
    CHECK (state = 'FAILED' OR (kind IS NOT NULL AND platform IS NOT NULL AND subject IS NOT NULL))
);
COMMENT ON COLUMN scraping_item.subject IS 'the id of a video, a handle, a hashtag or words';

CREATE TABLE scraping_result (
    id       uuid PRIMARY KEY,
    job_id   uuid NOT NULL REFERENCES scraping_job ON DELETE CASCADE,
    platform text NOT NULL,
    video_id text NOT NULL,
    UNIQUE (job_id, platform, video_id)
);
CREATE INDEX scraping_result_of_job ON scraping_result (job_id, id);
