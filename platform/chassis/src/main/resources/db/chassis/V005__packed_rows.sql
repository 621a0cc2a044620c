-- A row may hold many records. They are gone from here within days and read within moments: to compress them would take longer than to write them.
ALTER TABLE outbox ALTER COLUMN value SET STORAGE EXTERNAL;
