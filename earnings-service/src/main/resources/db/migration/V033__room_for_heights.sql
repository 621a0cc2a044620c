-- A round changes every clip of a campaign, and these lie side by side: a page has room for each of its rows once more, so that no index hears of it.
ALTER TABLE clip SET (fillfactor = 45);
