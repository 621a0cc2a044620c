package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of the budget is spent after the settlement of a round, or after the budget was changed.
 * The newest one stands for the campaign. Key: the campaign.
 *
 * @param campaignId the campaign
 * @param budget all the campaign may spend, more than 0
 * @param spent given to clips so far, 0 or more
 * @param remaining budget - spent, 0 or more
 * @param roundId the last round that was settled, or that waits
 * @param held true where the round would exhaust the budget and waits for clips that could not be
 *     read
 * @param settledAt when
 * @param alertPercent the highest of the thresholds 50, 80, 95 and 100 that spent has reached; null
 *     below the first. Each event repeats it: a threshold is crossed where it is higher than in the
 *     campaign's event before
 */
public record BudgetSpent(
    UUID campaignId,
    Amount budget,
    Amount spent,
    Amount remaining,
    UUID roundId,
    boolean held,
    Instant settledAt,
    @Nullable Integer alertPercent)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public BudgetSpent {
    requireNonNull(campaignId, "campaignId");
    Must.bePositive(budget, "budget");
    Must.notBeNegative(spent, "spent");
    Must.notBeNegative(remaining, "remaining");
    requireNonNull(roundId, "roundId");
    Must.beInstant(settledAt, "settledAt");
    if (alertPercent != null && (alertPercent < 1 || alertPercent > 100)) {
      throw new IllegalArgumentException("alertPercent must be 1 to 100");
    }
    if (!spent.toMoney().plus(remaining.toMoney()).equals(budget.toMoney())) {
      throw new IllegalArgumentException("budget must be spent + remaining");
    }
  }

  @Override
  public EventType type() {
    return EventType.BUDGET_SPENT;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
