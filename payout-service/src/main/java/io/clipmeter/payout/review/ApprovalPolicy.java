package io.clipmeter.payout.review;

import io.clipmeter.payout.balance.Balance;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.Refusal;

/**
 * What an admin's agreement to a payout means. Pure; the first reason against it is the answer.
 * Nobody comes here with their own payout.
 */
final class ApprovalPolicy {
  private ApprovalPolicy() {}

  /** The answer. */
  sealed interface Verdict {
    /** It is the first of two: a second admin has to follow. */
    record First() implements Verdict {}

    /** Enough have agreed. */
    record Approved() implements Verdict {}

    /** This admin cannot agree to it now. */
    record Refused(Refusal refusal) implements Verdict {}
  }

  /**
   * The answer to an admin who agrees.
   *
   * @param frozen whether what the clipper has earned in this currency is in question
   * @param balance the clipper's in this currency, locked
   */
  static Verdict decide(PayoutRequest payout, String admin, boolean frozen, Balance balance) {
    if (payout.status() != PayoutStatus.REQUESTED) {
      return new Verdict.Refused(new Refusal.NotRequested(payout.status()));
    }
    if (frozen) {
      return new Verdict.Refused(new Refusal.EarningsInQuestion());
    }
    // What was set aside has since been held or taken back: only what the rest covers is paid.
    if (balance.available().isNegative()) {
      return new Verdict.Refused(new Refusal.BalanceBelowZero(balance.available()));
    }
    Approval first = payout.firstApproval();
    if (!payout.twoApprovers()) {
      return new Verdict.Approved();
    }
    if (first == null) {
      return new Verdict.First();
    }
    return first.by().equals(admin)
        ? new Verdict.Refused(new Refusal.SecondApproverRequired())
        : new Verdict.Approved();
  }
}
