package io.clipmeter.payout.balance;

/** The accounts of a clipper in one currency, and the one account that is nobody's. */
enum Pocket {
  /** What campaigns owe: money comes from here, one account per currency. */
  CLEARING,

  /** What the clipper may ask for. */
  AVAILABLE,

  /** Earned, but not payable yet. */
  HELD,

  /** Set aside for a payout that is not closed. */
  RESERVED,

  /** What has left. */
  PAID
}
