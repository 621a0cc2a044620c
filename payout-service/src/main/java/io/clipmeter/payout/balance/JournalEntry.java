package io.clipmeter.payout.balance;

import io.clipmeter.money.Money;
import java.util.UUID;

/**
 * One movement of one clipper's money between two accounts. Kind and reference together happen
 * once.
 *
 * @param reference the id of the accrual, the adjustment, the hold, the discrepancy or the payout
 * @param amount more than nothing
 */
public record JournalEntry(EntryKind kind, UUID reference, String clipperId, Money amount) {
  private static final int LONGEST_ID = 255;

  /**
   * @throws IllegalArgumentException where the amount is not positive or the clipper's id cannot be
   *     kept
   */
  public JournalEntry {
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

  /** A pocket of the clipper that it changes: where it goes, or where it comes from. */
  Pocket ownPocket() {
    return kind.to() == Pocket.CLEARING ? kind.from() : kind.to();
  }

  /** What this pocket changes by, in micro-units. */
  long changeOf(Pocket pocket) {
    return kind.effectOn(pocket) * amount.micros();
  }

  /** What the clipper's lifetime earnings grow by: what leaves the clearing account. */
  long earned() {
    return Math.max(0, -changeOf(Pocket.CLEARING));
  }

  /** What is taken back of them: what returns to the clearing account. */
  long takenBack() {
    return Math.max(0, changeOf(Pocket.CLEARING));
  }
}
