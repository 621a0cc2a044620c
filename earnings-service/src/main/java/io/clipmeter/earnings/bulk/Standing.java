package io.clipmeter.earnings.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of a round and its campaign before it is settled.
 *
 * @param status the round's; null where it is not in the tables
 * @param kept whether readings of it are in the tables
 * @param waiting whether the campaign has rounds in the tables that are not settled
 * @param version the campaign's; null where it has not been heard of, or not the one that the round
 *     names, though a newer one was
 * @param over whether it is completed, or is to end with its last round
 * @param pay what holds for the round; null where nothing does
 */
record Standing(
    UUID roundId,
    @Nullable String status,
    boolean kept,
    boolean waiting,
    @Nullable Long version,
    boolean over,
    @Nullable Pay pay) {

  /**
   * The terms of a round, in micro-units.
   *
   * @param version of the terms
   * @param otherUntil the newest older version with another price; -1 where there is none
   * @param capMicros the largest number where there is no cap
   * @param ceilingMicros what all rounds of these terms and before may have given away
   * @param leftMicros what a round of these terms may give away
   */
  record Pay(
      String currency,
      long version,
      long otherUntil,
      long cpmMicros,
      long capMicros,
      long minViews,
      long budgetMicros,
      long ceilingMicros,
      long leftMicros) {}
}
