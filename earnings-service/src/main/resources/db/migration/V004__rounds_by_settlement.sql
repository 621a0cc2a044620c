-- An accrual shows the readings it was computed from: those of its own round and of the rounds that were held before it.
CREATE INDEX round_by_settlement ON round (settled_by);
