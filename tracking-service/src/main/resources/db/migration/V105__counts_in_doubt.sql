-- Of a video that was found with a number that is not believed yet the rest is taken over. So when its views were believed is no longer when it was last read.
ALTER TABLE video ADD COLUMN counted_at timestamptz;
COMMENT ON COLUMN video.counted_at IS 'when its views were last believed; null where there are none';

-- The last number of a video that was found and not believed as it had jumped: a later finding that agrees confirms it.
-- It means nothing any more once another number was believed after it.
CREATE TABLE video_suspicion (
    platform     text        NOT NULL,
    video_id     text        NOT NULL,
    views        bigint      NOT NULL CHECK (views > 0),
    suspected_at timestamptz NOT NULL,
    PRIMARY KEY (platform, video_id)
);
