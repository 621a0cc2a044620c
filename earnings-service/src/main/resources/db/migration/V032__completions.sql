-- The end of a campaign, once for each version that it ended with: a campaign that goes on with more money ends again. What each of its clips
-- earned in all is told from here.
CREATE TABLE completion (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id      uuid        NOT NULL REFERENCES lane,
    campaign_version bigint      NOT NULL CHECK (campaign_version >= 0),
    completed_at     timestamptz NOT NULL
);
CREATE INDEX completion_by_campaign ON completion (campaign_id, id DESC);

CREATE TABLE final_earnings (
    completion_id bigint NOT NULL,
    clip_id       uuid   NOT NULL,
    clipper_id    text   NOT NULL,
    final_micros  bigint NOT NULL CHECK (final_micros >= 0),
    views         bigint NOT NULL,
    growth        bigint NOT NULL CHECK (growth >= 0),
    PRIMARY KEY (completion_id, clip_id)
);
CREATE TRIGGER completion_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON completion
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER final_earnings_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON final_earnings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON completion, final_earnings FROM CURRENT_USER;

-- None of them is there without its completion: asked once for each statement.
CREATE FUNCTION refuse_orphans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT completion_id FROM added) a
               WHERE NOT EXISTS (SELECT FROM completion c WHERE c.id = a.completion_id)) THEN
        RAISE EXCEPTION 'final earnings without a completion';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER final_earnings_have_a_completion AFTER INSERT ON final_earnings
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_orphans();
