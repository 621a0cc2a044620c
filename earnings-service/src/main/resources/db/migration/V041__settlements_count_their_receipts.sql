-- How many receipts a settlement has: counted where it is written, and not with every page that shows it. Null in those of before.
ALTER TABLE settlement ADD COLUMN clips integer CHECK (clips >= 0);
