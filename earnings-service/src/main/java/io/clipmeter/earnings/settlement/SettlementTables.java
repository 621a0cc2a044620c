package io.clipmeter.earnings.settlement;

import org.springframework.stereotype.Component;

/** The tables that a settlement reads and writes, and its settings. */
@Component
record SettlementTables(
    Rounds rounds, Readings readings, Accruals accruals, SettlementSettings settings) {}
