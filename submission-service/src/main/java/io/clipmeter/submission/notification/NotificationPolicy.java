package io.clipmeter.submission.notification;

import static io.clipmeter.submission.notification.NotificationKind.CAMPAIGN_COMPLETED;
import static io.clipmeter.submission.notification.NotificationKind.EARNINGS_ADJUSTED;
import static io.clipmeter.submission.notification.NotificationKind.EARNINGS_HELD;
import static io.clipmeter.submission.notification.NotificationKind.EARNINGS_RELEASED;
import static io.clipmeter.submission.notification.NotificationKind.PAYOUT_APPROVED;
import static io.clipmeter.submission.notification.NotificationKind.PAYOUT_FAILED;
import static io.clipmeter.submission.notification.NotificationKind.PAYOUT_PAID;
import static io.clipmeter.submission.notification.NotificationKind.PAYOUT_REJECTED;
import static io.clipmeter.submission.notification.NotificationKind.PAYOUT_REQUESTED;
import static io.clipmeter.submission.notification.NotificationKind.SUBMISSION_APPROVED;
import static io.clipmeter.submission.notification.NotificationKind.SUBMISSION_REJECTED;

import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.money.Money;
import io.clipmeter.submission.notification.NewNotification.Clip;
import java.util.Optional;

/**
 * Who is told of what. What happens every round, and what somebody did alone, is not told; of what
 * is spent only that a threshold is reached.
 */
final class NotificationPolicy {
  private NotificationPolicy() {}

  static Optional<NewNotification> of(Event event) {
    return switch (event) {
      case SubmissionApproved e -> Optional.of(approved(e));
      case SubmissionRejected e -> Optional.of(rejected(e));
      case EarningsFinalized e -> Optional.of(completed(e));
      case BudgetSpent e -> reached(e);
      case EarningsHeld e -> Optional.of(held(e));
      case EarningsReleased e -> Optional.of(released(e));
      case EarningsAdjusted e -> Optional.of(adjusted(e));
      default -> ofPayout(event);
    };
  }

  private static Optional<NewNotification> ofPayout(Event event) {
    return switch (event) {
      case PayoutRequested e ->
          Optional.of(
              NewNotification.ofPayout(
                  PAYOUT_REQUESTED,
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  e.requestedAt()));
      case PayoutApproved e ->
          Optional.of(
              NewNotification.ofPayout(
                  PAYOUT_APPROVED,
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  e.approvedAt()));
      case PayoutPaid e ->
          Optional.of(
              NewNotification.ofPayout(
                  PAYOUT_PAID, e.payoutId(), e.clipperId(), e.amount().toMoney(), e.paidAt()));
      case PayoutRejected e -> Optional.of(rejected(e));
      case PayoutFailed e -> Optional.of(failed(e));
      default -> Optional.empty();
    };
  }

  private static NewNotification approved(SubmissionApproved e) {
    return NewNotification.ofClip(
        SUBMISSION_APPROVED,
        e.submissionId().toString(),
        e.clipperId(),
        new Clip(e.campaignId(), e.submissionId(), null, null),
        e.approvedAt());
  }

  private static NewNotification rejected(SubmissionRejected e) {
    return NewNotification.ofClip(
        SUBMISSION_REJECTED,
        e.submissionId().toString(),
        e.clipperId(),
        new Clip(e.campaignId(), e.submissionId(), null, e.reason()),
        e.rejectedAt());
  }

  /** A campaign may be opened again, and complete once more: then that is told, too. */
  private static NewNotification completed(EarningsFinalized e) {
    return NewNotification.ofClip(
        CAMPAIGN_COMPLETED,
        e.clipId() + ":" + e.finalizedAt(),
        e.clipperId(),
        new Clip(e.campaignId(), e.clipId(), e.finalEarnings().toMoney(), null),
        e.finalizedAt());
  }

  /** Once for each threshold of each budget: another budget has thresholds of its own. */
  private static Optional<NewNotification> reached(BudgetSpent e) {
    Integer percent = e.alertPercent();
    if (percent == null) {
      return Optional.empty();
    }
    Money budget = e.budget().toMoney();
    String origin = e.campaignId() + ":" + percent + ":" + budget.micros();
    return Optional.of(
        NewNotification.ofBudget(e.campaignId(), origin, e.spent().toMoney(), e.settledAt())
            .because(percent + " % of " + budget));
  }

  private static NewNotification held(EarningsHeld e) {
    return NewNotification.ofClip(
        EARNINGS_HELD,
        e.holdId().toString(),
        e.clipperId(),
        new Clip(e.campaignId(), e.clipId(), e.amount().toMoney(), e.reason()),
        e.heldAt());
  }

  private static NewNotification released(EarningsReleased e) {
    return NewNotification.ofClip(
        EARNINGS_RELEASED,
        e.holdId().toString(),
        e.clipperId(),
        new Clip(e.campaignId(), e.clipId(), e.amount().toMoney(), null),
        e.releasedAt());
  }

  private static NewNotification adjusted(EarningsAdjusted e) {
    return NewNotification.ofClip(
        EARNINGS_ADJUSTED,
        e.adjustmentId().toString(),
        e.clipperId(),
        new Clip(e.campaignId(), e.clipId(), e.amount().toMoney(), e.reason()),
        e.adjustedAt());
  }

  private static NewNotification rejected(PayoutRejected e) {
    return NewNotification.ofPayout(
            PAYOUT_REJECTED, e.payoutId(), e.clipperId(), e.amount().toMoney(), e.rejectedAt())
        .because(e.reason());
  }

  private static NewNotification failed(PayoutFailed e) {
    return NewNotification.ofPayout(
            PAYOUT_FAILED, e.payoutId(), e.clipperId(), e.amount().toMoney(), e.failedAt())
        .because(e.reason());
  }
}
