package io.clipmeter.earnings.statement;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign's budget stands.
 *
 * @param roundsHeld closed rounds that wait for unreadable clips before the rest of the budget is
 *     shared
 */
record BudgetStatement(
    UUID campaignId,
    Amount budget,
    Amount spent,
    Amount remaining,
    long roundsSettled,
    long roundsWaiting,
    long roundsHeld,
    @Nullable Instant completedAt) {}
