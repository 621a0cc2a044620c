-- A trigger before an update locks each row that is updated, and writes that down, even where the column it watches is not touched. One after it
-- refuses the same and costs nothing.
DROP TRIGGER baseline_is_write_once ON clip;
CREATE TRIGGER baseline_is_write_once AFTER UPDATE OF baseline_views ON clip
    FOR EACH ROW WHEN (OLD.baseline_views <> NEW.baseline_views) EXECUTE FUNCTION refuse_new_baseline();
