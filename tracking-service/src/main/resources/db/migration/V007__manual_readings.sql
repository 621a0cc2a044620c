-- Counts that an admin typed, with the evidence. They are read in the next round like a provider's, and move no money by
-- themselves.
CREATE TABLE manual_reading (
    id           uuid PRIMARY KEY,
    clip_id      uuid        NOT NULL REFERENCES clip,
    platform     text        NOT NULL,
    video_id     text        NOT NULL,
    views        bigint      NOT NULL CHECK (views BETWEEN 0 AND 1000000000000),
    likes        bigint      CHECK (likes BETWEEN 0 AND 1000000000000),
    comments     bigint      CHECK (comments BETWEEN 0 AND 1000000000000),
    shares       bigint      CHECK (shares BETWEEN 0 AND 1000000000000),
    saves        bigint      CHECK (saves BETWEEN 0 AND 1000000000000),
    measured_at  timestamptz NOT NULL,
    evidence     text        NOT NULL CHECK (length(evidence) BETWEEN 3 AND 2000),
    state        text        NOT NULL CHECK (state IN ('PENDING', 'CONFIRMED', 'REJECTED')),
    needs_second boolean     NOT NULL,
    entered_by   text        NOT NULL,
    entered_at   timestamptz NOT NULL,
    decided_by   text,
    decided_at   timestamptz,
    reason       text,
    CHECK (measured_at <= entered_at),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state <> 'PENDING' OR decided_by IS NULL),
    CHECK (state <> 'REJECTED' OR (decided_by IS NOT NULL AND reason IS NOT NULL)),
    CONSTRAINT who_enters_does_not_confirm
        CHECK (NOT (state = 'CONFIRMED' AND needs_second) OR (decided_by IS NOT NULL AND decided_by <> entered_by))
);
CREATE INDEX manual_reading_of_video ON manual_reading (platform, video_id, measured_at DESC) WHERE state = 'CONFIRMED';
CREATE INDEX manual_reading_of_clip ON manual_reading (clip_id, id);
CREATE INDEX manual_reading_pending ON manual_reading (id) WHERE state = 'PENDING';
