package io.clipmeter.earnings.terms;

import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a campaign pays, as one of its versions says.
 *
 * @param version the campaign's version that these terms came with
 * @param clipCap the most that one clip can earn
 * @param minViews views above its baseline that a clip needs before it earns, then for all of them
 * @param budget all the campaign may spend in a round of this version
 * @param holdDays days that what was earned waits before it can be paid out, 0 to 90
 * @param validFrom when they were made
 */
public record Terms(
    long version,
    Cpm cpm,
    Optional<Money> clipCap,
    long minViews,
    Money budget,
    int holdDays,
    Instant validFrom) {

  /** Whether a clip's growth is worth the same by both. */
  public boolean priceAs(Terms other) {
    return cpm.equals(other.cpm) && clipCap.equals(other.clipCap) && minViews == other.minViews;
  }

  boolean sameAs(Terms other) {
    return priceAs(other) && budget.equals(other.budget) && holdDays == other.holdDays;
  }
}
