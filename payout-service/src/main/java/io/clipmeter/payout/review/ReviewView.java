package io.clipmeter.payout.review;

import io.clipmeter.events.Amount;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import io.clipmeter.payout.request.PayoutRequest.Sending;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payout request as admins see it.
 *
 * @param details masked, but for who is paying it by hand
 * @param twoApprovers whether two admins have to approve
 * @param channel how it was sent; null where it was not
 * @param sentBy who has said to pay it by hand
 * @param closedBy the admin, or the clipper where it was taken back
 * @param frozen whether its money is in question or stopped; null in the answer to a decision
 * @param available what the clipper has in this currency beside it, below zero where nothing
 *     leaves; null in the answer to a decision
 */
record ReviewView(
    UUID id,
    String clipperId,
    Amount amount,
    String method,
    DetailsForm details,
    PayoutStatus status,
    Instant requestedAt,
    boolean twoApprovers,
    @Nullable String firstApprovedBy,
    @Nullable Instant firstApprovedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Channel channel,
    @Nullable Instant sentAt,
    @Nullable String sentBy,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    @Nullable String reason,
    @Nullable String transactionId,
    @Nullable Boolean frozen,
    @Nullable Amount available) {

  /** With masked details. */
  static ReviewView of(PayoutRequest payout, @Nullable Funds funds) {
    return of(payout, DetailsForm.masked(payout.method(), payout.maskedDetails()), funds);
  }

  static ReviewView of(PayoutRequest payout, DetailsForm details, @Nullable Funds funds) {
    Approval first = payout.firstApproval();
    Approval approval = payout.approval();
    Sending sending = payout.sending();
    Closing closing = payout.closing();
    return new ReviewView(
        payout.id(),
        payout.clipperId(),
        Amount.of(payout.amount()),
        payout.method().name(),
        details,
        payout.status(),
        payout.requestedAt(),
        payout.twoApprovers(),
        first == null ? null : first.by(),
        first == null ? null : first.at(),
        approval == null ? null : approval.by(),
        approval == null ? null : approval.at(),
        sending == null ? null : sending.channel(),
        sending == null ? null : sending.at(),
        sending == null ? null : sending.by(),
        closing == null ? null : closing.by(),
        closing == null ? null : closing.at(),
        closing == null ? null : closing.reason(),
        closing == null ? null : closing.transactionId(),
        funds == null ? null : funds.frozen(),
        funds == null ? null : funds.available());
  }
}
