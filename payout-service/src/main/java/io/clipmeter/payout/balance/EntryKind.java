package io.clipmeter.payout.balance;

/** Why money moves, and with that from where to where. */
public enum EntryKind {
  /** A clip earned it. Reference: the accrual. */
  ACCRUAL(Pocket.CLEARING, Pocket.AVAILABLE),

  /** A clip earned it, to be payable later. Reference: the accrual. */
  PENDING_ACCRUAL(Pocket.CLEARING, Pocket.HELD),

  /** What was earned is payable now. Reference: the accrual. */
  MATURITY(Pocket.HELD, Pocket.AVAILABLE),

  /** An admin added to a clip's earnings. Reference: the adjustment. */
  BONUS(Pocket.CLEARING, Pocket.AVAILABLE),

  /** An admin took back of a clip's earnings. Reference: the adjustment. */
  CLAWBACK(Pocket.AVAILABLE, Pocket.CLEARING),

  /** An admin holds what a clip earned. Reference: the hold. */
  HOLD(Pocket.AVAILABLE, Pocket.HELD),

  /** The hold has ended. Reference: the hold. */
  UNHOLD(Pocket.HELD, Pocket.AVAILABLE),

  /**
   * What is held or taken back of a clip is of that which is not payable yet, and so is not taken
   * from what is. Reference: the hold or the adjustment.
   */
  COVER(Pocket.HELD, Pocket.AVAILABLE),

  /** The hold has ended before that was payable, which waits again. Reference: the hold. */
  UNCOVER(Pocket.AVAILABLE, Pocket.HELD),

  /** Too little was posted of what was earned. Reference: the discrepancy. */
  CORRECTION_UP(Pocket.CLEARING, Pocket.AVAILABLE),

  /** Too much was posted of what was earned. Reference: the discrepancy. */
  CORRECTION_DOWN(Pocket.AVAILABLE, Pocket.CLEARING),

  /** A payout was requested. Reference: the payout, as in all that follow. */
  RESERVE(Pocket.AVAILABLE, Pocket.RESERVED),

  /** The payout will not happen. */
  RELEASE(Pocket.RESERVED, Pocket.AVAILABLE),

  /** The payout has happened. */
  SETTLE(Pocket.RESERVED, Pocket.PAID);

  private final Pocket from;
  private final Pocket to;

  EntryKind(Pocket from, Pocket to) {
    this.from = from;
    this.to = to;
  }

  Pocket from() {
    return from;
  }

  Pocket to() {
    return to;
  }

  /** How a pocket changes when one unit moves: -1, 0 or 1. */
  int effectOn(Pocket pocket) {
    return (pocket == to ? 1 : 0) - (pocket == from ? 1 : 0);
  }
}
