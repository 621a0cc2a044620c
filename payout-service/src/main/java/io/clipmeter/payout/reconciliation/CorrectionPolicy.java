package io.clipmeter.payout.reconciliation;

import io.clipmeter.money.Money;

/** What may be corrected. Pure. */
final class CorrectionPolicy {
  private CorrectionPolicy() {}

  /**
   * Whether a correction brings what was posted nearer to what is stated, and not past it.
   *
   * @param correction more or less than nothing
   * @param difference what is stated and not posted, corrections of before counted as posted;
   *     negative where more is posted
   */
  static boolean within(Money correction, Money difference) {
    return correction.isNegative()
        ? correction.compareTo(difference) >= 0
        : correction.compareTo(difference) <= 0;
  }
}
