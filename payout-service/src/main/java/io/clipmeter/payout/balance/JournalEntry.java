package io.clipmeter.payout.balance;

import io.clipmeter.money.Money;
import java.util.UUID;

/**
 * One movement of one clipper's money between two accounts. Kind and reference together happen
 * once.
 *
 * @param reference the accrual's or the payout's id
 * @param amount more than nothing
 */
record JournalEntry(EntryKind kind, UUID reference, String clipperId, Money amount) {
  private static final int LONGEST_ID = 255;

  /**
   * @throws IllegalArgumentException where the amount is not positive or the clipper's id cannot be
   *     kept
   */
  JournalEntry {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(kind + " " + reference + ": nothing to move");
    }
    if (clipperId.isEmpty() || clipperId.length() > LONGEST_ID || clipperId.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a clipper's id has 1 to 255 characters and no NUL");
    }
  }

  String currency() {
    return amount.currency().getCurrencyCode();
  }

  /** What this pocket changes by, in micro-units. */
  long changeOf(Pocket pocket) {
    return kind.effectOn(pocket) * amount.micros();
  }

  /** What the clipper's lifetime earnings grow by: only what leaves the clearing account. */
  long earned() {
    return -changeOf(Pocket.CLEARING);
  }
}
