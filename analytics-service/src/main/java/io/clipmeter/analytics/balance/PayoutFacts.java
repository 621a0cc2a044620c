package io.clipmeter.analytics.balance;

import static io.clipmeter.analytics.balance.PayoutStatus.APPROVED;
import static io.clipmeter.analytics.balance.PayoutStatus.CANCELLED;
import static io.clipmeter.analytics.balance.PayoutStatus.FAILED;
import static io.clipmeter.analytics.balance.PayoutStatus.PAID;
import static io.clipmeter.analytics.balance.PayoutStatus.REJECTED;
import static io.clipmeter.analytics.balance.PayoutStatus.REQUESTED;

import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.ClipViews;
import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsQuestioned;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.EarningsStated;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutCancelled;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.RoundProgressed;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.events.TrackingEnded;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payout request as one event tells it. */
record PayoutFacts(
    UUID id, String clipperId, Money amount, PayoutStatus status, Instant changedAt) {

  static Optional<PayoutFacts> of(Event event) {
    return switch (event) {
      case PayoutRequested e ->
          of(e.payoutId(), e.clipperId(), e.amount(), REQUESTED, e.requestedAt());
      case PayoutApproved e ->
          of(e.payoutId(), e.clipperId(), e.amount(), APPROVED, e.approvedAt());
      case PayoutPaid e -> of(e.payoutId(), e.clipperId(), e.amount(), PAID, e.paidAt());
      case PayoutRejected e ->
          of(e.payoutId(), e.clipperId(), e.amount(), REJECTED, e.rejectedAt());
      case PayoutFailed e -> of(e.payoutId(), e.clipperId(), e.amount(), FAILED, e.failedAt());
      case PayoutCancelled e ->
          of(e.payoutId(), e.clipperId(), e.amount(), CANCELLED, e.cancelledAt());
      case CampaignChanged _,
          CampaignCompleted _,
          BudgetSpent _,
          RoundProgressed _,
          RoundClosed _,
          TrackingEnded _,
          CreatorVerified _,
          CreatorUnverified _,
          SubmissionReceived _,
          SubmissionApproved _,
          SubmissionRejected _,
          SubmissionWithdrawn _,
          VideoObserved _,
          VideoUnavailable _,
          ViewsObserved _,
          ViewsUnavailable _,
          ClipViews _,
          EarningsAccrued _,
          EarningsFinalized _,
          EarningsAdjusted _,
          EarningsHeld _,
          EarningsReleased _,
          EarningsStated _,
          EarningsQuestioned _ ->
          Optional.empty();
    };
  }

  private static Optional<PayoutFacts> of(
      UUID id, String clipperId, Amount amount, PayoutStatus status, Instant changedAt) {
    return Optional.of(new PayoutFacts(id, clipperId, amount.toMoney(), status, changedAt));
  }

  /** The one that is further on its way. */
  PayoutFacts and(PayoutFacts other) {
    return other.status.step() > status.step() ? other : this;
  }
}
