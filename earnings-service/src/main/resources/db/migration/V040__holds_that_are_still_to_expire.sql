-- Holds with an end that have not been released. Those that have would be read again with every look for one whose time is over, for ever.
-- By triggers, so that an instance of the release before writes it, too.
CREATE TABLE hold_to_expire (
    hold_id    uuid PRIMARY KEY REFERENCES hold,
    expires_at timestamptz NOT NULL
);
CREATE INDEX hold_to_expire_by_time ON hold_to_expire (expires_at);
LOCK TABLE hold, hold_release IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO hold_to_expire
SELECT h.id, h.expires_at FROM hold h
WHERE h.expires_at IS NOT NULL AND NOT EXISTS (SELECT FROM hold_release r WHERE r.hold_id = h.id);

CREATE FUNCTION note_expiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hold_to_expire VALUES (NEW.id, NEW.expires_at);
    RETURN NULL;
END $$;
CREATE TRIGGER hold_is_to_expire AFTER INSERT ON hold
    FOR EACH ROW WHEN (NEW.expires_at IS NOT NULL) EXECUTE FUNCTION note_expiry();
CREATE FUNCTION forget_expiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM hold_to_expire WHERE hold_id = NEW.hold_id;
    RETURN NULL;
END $$;
CREATE TRIGGER released_hold_expires_no_more AFTER INSERT ON hold_release
    FOR EACH ROW EXECUTE FUNCTION forget_expiry();
DROP INDEX hold_expiry;
