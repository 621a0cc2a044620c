package io.clipmeter.earnings.statement;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign's budget stands.
 *
 * @param refunded what went back to the brand because it ended before all was spent
 * @param remaining what clips can still earn: neither spent nor refunded
 * @param roundsHeld closed rounds that wait for unreadable clips before the rest of the budget is
 *     shared
 */
record BudgetStatement(
    UUID campaignId,
    Amount budget,
    Amount spent,
    Amount refunded,
    Amount remaining,
    long roundsSettled,
    long roundsWaiting,
    long roundsHeld,
    @Nullable Instant completedAt) {}
