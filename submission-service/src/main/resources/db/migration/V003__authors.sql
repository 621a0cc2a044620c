-- Which accounts clippers have proven to be theirs, as the tracking service tells it. A proof that is withdrawn stays as a row,
-- so that a late repetition of the older event is seen to be older.
CREATE TABLE verified_account (
    clipper_id text        NOT NULL,
    platform   text        NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
    handle     text        NOT NULL,
    account_id text,
    verified   boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (clipper_id, platform, handle)
);

-- Who made the video, as the platform says, and whether that is the clipper. UNKNOWN: the platform has not said.
-- UNVERIFIED: the clipper has proven no account of this platform.
ALTER TABLE submission
    ADD COLUMN author_id     text,
    ADD COLUMN author_handle text,
    ADD COLUMN author_at     timestamptz,
    ADD COLUMN author        text NOT NULL DEFAULT 'UNKNOWN'
        CHECK (author IN ('MATCHES', 'MISMATCH', 'UNVERIFIED', 'UNKNOWN')),
    ADD CONSTRAINT author_is_whole CHECK ((author_handle IS NULL) = (author_at IS NULL)),
    ADD CONSTRAINT unknown_until_the_platform_says CHECK ((author_handle IS NULL) = (author = 'UNKNOWN'));

-- The admin's list of one kind, such as all mismatches.
CREATE INDEX submission_by_author ON submission (author, id DESC);

-- The one rule: by the platform's id where both sides have one, else by the name, whose case does not count.
CREATE FUNCTION author_of_submission(clipper text, on_platform text, id text, handle text) RETURNS text LANGUAGE sql STABLE AS
$$
    SELECT CASE
               WHEN author_of_submission.handle IS NULL THEN 'UNKNOWN'
               WHEN count(*) = 0 THEN 'UNVERIFIED'
               WHEN bool_or(CASE
                                WHEN a.account_id IS NOT NULL AND author_of_submission.id IS NOT NULL
                                    THEN a.account_id = author_of_submission.id
                                ELSE a.handle = lower(author_of_submission.handle)
                            END) THEN 'MATCHES'
               ELSE 'MISMATCH'
           END
    FROM verified_account a
    WHERE a.clipper_id = clipper AND a.platform = on_platform AND a.verified
$$;
