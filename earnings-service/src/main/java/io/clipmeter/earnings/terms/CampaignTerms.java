package io.clipmeter.earnings.terms;

import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign pays, and how much it has paid.
 *
 * @param version the campaign's version that these terms come from
 * @param clipCap the most that one clip can earn
 * @param heldRounds closed rounds in a row that wait for unreadable clips
 */
public record CampaignTerms(
    UUID id,
    long version,
    Cpm cpm,
    Optional<Money> clipCap,
    Money budget,
    Money spent,
    int heldRounds,
    @Nullable Instant completedAt) {

  /** Budget that nobody has earned yet; never negative. */
  public Money remaining() {
    return budget.minus(spent);
  }

  /** Whether the budget is spent to the last micro-unit. */
  public boolean completed() {
    return completedAt != null;
  }
}
