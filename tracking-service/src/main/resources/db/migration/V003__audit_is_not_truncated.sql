-- TRUNCATE fires no trigger of rows.
CREATE TRIGGER audit_entry_is_not_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_to_rewrite_the_audit_log();
