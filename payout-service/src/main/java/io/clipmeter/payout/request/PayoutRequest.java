package io.clipmeter.payout.request;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for money and what became of it.
 *
 * @param amount in whole minor units, reserved until the request is closed
 * @param maskedDetails where to, as far as everybody may see it
 * @param twoApprovers whether two admins have to agree
 * @param firstApproval the first of two agreements; null while there is none
 * @param approval who agreed, at last; null while nobody has
 * @param sending how it was sent; null where it was not
 * @param closing how it ended; null while it has not
 */
public record PayoutRequest(
    UUID id,
    String clipperId,
    Money amount,
    PayoutMethod method,
    String maskedDetails,
    PayoutStatus status,
    Instant requestedAt,
    boolean twoApprovers,
    @Nullable Approval firstApproval,
    @Nullable Approval approval,
    @Nullable Sending sending,
    @Nullable Closing closing) {

  /** An admin's agreement. */
  public record Approval(String by, Instant at) {}

  /** What a payout was sent with: one of these, once. */
  public enum Channel {
    /** A file for a bank. */
    PAY_RUN,

    /** PayPal's API. */
    PAYPAL,

    /** A person, who pays by hand. */
    HAND
  }

  /**
   * When and how it was sent.
   *
   * @param by who pays it by hand; null elsewhere
   */
  public record Sending(Channel channel, Instant at, @Nullable String by) {}

  /**
   * An end.
   *
   * @param by an admin, or the clipper who took it back; null where a provider said so
   * @param reason why it was not paid, where it was refused
   * @param transactionId the proof, where it was paid
   */
  public record Closing(
      @Nullable String by, Instant at, @Nullable String reason, @Nullable String transactionId) {}
}
