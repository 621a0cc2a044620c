package io.clipmeter.analytics.balance;

/** Where a payout request is. */
enum PayoutStatus {
  REQUESTED(1),
  APPROVED(2),
  PAID(3),
  REJECTED(3),
  FAILED(3),
  CANCELLED(3);

  private final int step;

  PayoutStatus(int step) {
    this.step = step;
  }

  /** How far on its way; a later step is never undone by an earlier one that is heard late. */
  int step() {
    return step;
  }
}
