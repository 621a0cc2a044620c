package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The money has left: the reservation became a payment. Key: the clipper.
 *
 * @param payoutId the payout request
 * @param clipperId whose money it is: the subject of the clipper's token
 * @param amount how much, more than 0, in whole minor units of its currency
 * @param transactionId the proof: the payment's id where it was made
 * @param paidAt when
 */
public record PayoutPaid(
    UUID payoutId, String clipperId, Amount amount, String transactionId, Instant paidAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public PayoutPaid {
    requireNonNull(payoutId, "payoutId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beText(transactionId, "transactionId");
    Must.beInstant(paidAt, "paidAt");
  }

  @Override
  public EventType type() {
    return EventType.PAYOUT_PAID;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
