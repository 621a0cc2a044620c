package io.clipmeter.analytics.balance;

import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutCancelled;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A payout request as one event tells it. */
record PayoutFacts(
    UUID id, String clipperId, Money amount, PayoutStatus status, Instant changedAt) {

  static Optional<PayoutFacts> of(Event event) {
    return Optional.ofNullable(
        switch (event) {
          case PayoutRequested e ->
              new PayoutFacts(
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  PayoutStatus.REQUESTED,
                  e.requestedAt());
          case PayoutApproved e ->
              new PayoutFacts(
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  PayoutStatus.APPROVED,
                  e.approvedAt());
          case PayoutPaid e ->
              new PayoutFacts(
                  e.payoutId(), e.clipperId(), e.amount().toMoney(), PayoutStatus.PAID, e.paidAt());
          case PayoutRejected e ->
              new PayoutFacts(
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  PayoutStatus.REJECTED,
                  e.rejectedAt());
          case PayoutFailed e ->
              new PayoutFacts(
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  PayoutStatus.FAILED,
                  e.failedAt());
          case PayoutCancelled e ->
              new PayoutFacts(
                  e.payoutId(),
                  e.clipperId(),
                  e.amount().toMoney(),
                  PayoutStatus.CANCELLED,
                  e.cancelledAt());
          default -> null;
        });
  }

  /** The one that is further on its way. */
  PayoutFacts and(PayoutFacts other) {
    return other.status.step() > status.step() ? other : this;
  }
}
