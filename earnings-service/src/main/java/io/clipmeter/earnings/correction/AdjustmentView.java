package io.clipmeter.earnings.correction;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;

/** An adjustment of a clip's earnings. */
record AdjustmentView(
    UUID id,
    UUID clipId,
    Amount amount,
    String reason,
    String adjustedBy,
    Instant adjustedAt,
    long ledgerEntry) {}
