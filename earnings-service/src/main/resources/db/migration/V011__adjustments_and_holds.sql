-- What admins correct of a clip's earnings, and what they hold of them. Beside what its views earned, which this never changes.
ALTER TABLE clip
    ADD COLUMN adjusted_micros bigint NOT NULL DEFAULT 0,
    ADD COLUMN held_micros bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT takes_back_what_was_earned CHECK (accrued_micros + adjusted_micros >= 0),
    ADD CONSTRAINT holds_what_was_earned CHECK (held_micros BETWEEN 0 AND accrued_micros + adjusted_micros);

CREATE TABLE adjustment (
    id            uuid PRIMARY KEY,
    clip_id       uuid        NOT NULL REFERENCES clip,
    amount_micros bigint      NOT NULL CHECK (amount_micros <> 0),
    reason        text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    adjusted_by   text        NOT NULL,
    adjusted_at   timestamptz NOT NULL,
    entry_id      bigint      NOT NULL UNIQUE REFERENCES ledger_entry
);
CREATE INDEX adjustment_by_clip ON adjustment (clip_id, id DESC);
CREATE TRIGGER adjustment_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON adjustment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE hold (
    id            uuid PRIMARY KEY,
    clip_id       uuid        NOT NULL REFERENCES clip,
    amount_micros bigint      NOT NULL CHECK (amount_micros > 0),
    reason        text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    held_by       text        NOT NULL,
    held_at       timestamptz NOT NULL,
    expires_at    timestamptz CHECK (expires_at > held_at),
    entry_id      bigint      NOT NULL UNIQUE REFERENCES ledger_entry
);
CREATE INDEX hold_by_clip ON hold (clip_id, id DESC);
CREATE TRIGGER hold_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hold
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The end of a hold, once. Who is null where its time was over.
CREATE TABLE hold_release (
    hold_id     uuid PRIMARY KEY REFERENCES hold,
    released_by text,
    released_at timestamptz NOT NULL,
    reason      text CHECK (length(reason) BETWEEN 1 AND 500),
    entry_id    bigint      NOT NULL UNIQUE REFERENCES ledger_entry
);
CREATE TRIGGER hold_release_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hold_release
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE INDEX hold_expiry ON hold (expires_at) WHERE expires_at IS NOT NULL;

-- Who did what, when and why.
CREATE TABLE audit_log (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    action     text        NOT NULL,
    subject_id uuid        NOT NULL,
    reason     text
);
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, id);
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
