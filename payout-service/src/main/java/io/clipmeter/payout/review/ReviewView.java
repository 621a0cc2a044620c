package io.clipmeter.payout.review;

import io.clipmeter.events.Amount;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout request as admins see it.
 *
 * @param details masked, but for the one who is going to pay
 * @param closedBy the admin, or the clipper where it was taken back
 */
record ReviewView(
    UUID id,
    String clipperId,
    Amount amount,
    PayoutMethod method,
    DetailsForm details,
    PayoutStatus status,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    @Nullable String reason,
    @Nullable String transactionId) {

  /** With masked details. */
  static ReviewView of(PayoutRequest payout) {
    return of(payout, DetailsForm.masked(payout.method(), payout.maskedDetails()));
  }

  static ReviewView of(PayoutRequest payout, DetailsForm details) {
    Approval approval = payout.approval();
    Closing closing = payout.closing();
    return new ReviewView(
        payout.id(),
        payout.clipperId(),
        Amount.of(payout.amount()),
        payout.method(),
        details,
        payout.status(),
        payout.requestedAt(),
        approval == null ? null : approval.by(),
        approval == null ? null : approval.at(),
        closing == null ? null : closing.by(),
        closing == null ? null : closing.at(),
        closing == null ? null : closing.reason(),
        closing == null ? null : closing.transactionId());
  }
}
