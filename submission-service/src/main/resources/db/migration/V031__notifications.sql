-- What people are told. Written with the change it tells of; origin names that change, so that it is told once to each
-- inbox however often it is heard. No foreign keys: what it is about may be gone before it is.
CREATE TABLE notification (
    -- Ordered by the time of writing, also within one statement.
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    inbox         text        NOT NULL CHECK (inbox = 'admins' OR inbox LIKE 'clipper:_%'),
    kind          text        NOT NULL,
    origin        text        NOT NULL,
    campaign_id   uuid,
    submission_id uuid,
    payout_id     uuid,
    -- Whose payout it is, where admins are told.
    clipper_id    text,
    amount_micros bigint,
    currency      text,
    reason        text,
    at            timestamptz NOT NULL,
    read_at       timestamptz,
    CONSTRAINT told_once UNIQUE (inbox, origin),
    CONSTRAINT amount_is_whole CHECK ((amount_micros IS NULL) = (currency IS NULL))
);
CREATE INDEX notification_of_inbox ON notification (inbox, id DESC);
CREATE INDEX notification_unread ON notification (inbox, id DESC) WHERE read_at IS NULL;
-- The old ones are forgotten, now and then.
CREATE INDEX notification_by_age ON notification (at);
