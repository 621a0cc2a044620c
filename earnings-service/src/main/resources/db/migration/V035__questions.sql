-- What the books find wrong stops payouts: each finding is told once to each clipper concerned, for as long as it stands.

-- The same finding has another id where it is found again after it was gone: it is told again then.
ALTER TABLE books_finding ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();

-- A finding that some clippers were told of with one transaction.
CREATE TABLE question (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    finding_id  uuid        NOT NULL,
    finding     text        NOT NULL,
    -- Null where it concerns a whole currency.
    campaign_id uuid REFERENCES lane,
    currency    char(3)     NOT NULL,
    asked_at    timestamptz NOT NULL
);
CREATE TABLE questioned (
    finding_id  uuid   NOT NULL,
    -- Empty where it concerns a whole currency.
    clipper_id  text   NOT NULL,
    question_id bigint NOT NULL REFERENCES question,
    PRIMARY KEY (finding_id, clipper_id)
);
CREATE INDEX questioned_by_question ON questioned (question_id, clipper_id);
CREATE TRIGGER question_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON question
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER questioned_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON questioned
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
