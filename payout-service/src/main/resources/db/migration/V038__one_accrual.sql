-- An accrual is payable at once or later, and never both: told of again with another day it would count twice.
CREATE UNIQUE INDEX ledger_entry_one_accrual ON ledger_entry (reference) WHERE kind IN ('ACCRUAL', 'PENDING_ACCRUAL');
