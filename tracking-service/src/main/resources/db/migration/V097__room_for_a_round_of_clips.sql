-- A round changes all clips of a campaign, which often lie beside each other, in a few transactions: a page needs room for all of its rows twice, or
-- most of them leave it and go into each index again.
ALTER TABLE clip SET (fillfactor = 50);
