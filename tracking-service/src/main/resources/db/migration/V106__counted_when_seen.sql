-- Apart from the new column, whose lock would keep everybody from the table for as long as all of its rows take.
UPDATE video SET counted_at = seen_at WHERE views IS NOT NULL AND counted_at IS NULL;
