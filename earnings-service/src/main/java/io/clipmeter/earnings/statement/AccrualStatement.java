package io.clipmeter.earnings.statement;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;

/**
 * One payment for growth in views, with what it was computed from.
 *
 * @param total what the clip had earned with it
 * @param rationed whether the budget ended and this is a share pro rata
 */
record AccrualStatement(
    UUID roundId,
    Amount amount,
    Amount total,
    long viewsBefore,
    long viewsAfter,
    Amount cpm,
    boolean rationed,
    Instant observedAt,
    String source,
    long ledgerEntry) {}
