package io.clipmeter.payout.request;

import io.clipmeter.events.Amount;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout request as its clipper sees it.
 *
 * @param details masked
 * @param sentAt when a bank, PayPal or a person began to pay
 * @param closedAt when it was paid, rejected, cancelled or failed
 * @param reason why it was not paid
 * @param transactionId the proof of payment
 */
record PayoutView(
    UUID id,
    Amount amount,
    String method,
    DetailsForm details,
    PayoutStatus status,
    Instant requestedAt,
    @Nullable Instant approvedAt,
    @Nullable Instant sentAt,
    @Nullable Instant closedAt,
    @Nullable String reason,
    @Nullable String transactionId) {

  static PayoutView of(PayoutRequest payout) {
    Closing closing = payout.closing();
    return new PayoutView(
        payout.id(),
        Amount.of(payout.amount()),
        payout.method().name(),
        DetailsForm.masked(payout.method(), payout.maskedDetails()),
        payout.status(),
        payout.requestedAt(),
        payout.approval() == null ? null : payout.approval().at(),
        payout.sending() == null ? null : payout.sending().at(),
        closing == null ? null : closing.at(),
        closing == null ? null : closing.reason(),
        closing == null ? null : closing.transactionId());
  }
}
