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
 * @param approval who agreed; null while nobody has
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
    @Nullable Approval approval,
    @Nullable Closing closing) {

  /** An admin's agreement. */
  public record Approval(String by, Instant at) {}

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
