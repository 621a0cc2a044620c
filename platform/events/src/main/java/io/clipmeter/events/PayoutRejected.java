package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An admin refused the payout: the reserved money is available again. Key: the clipper.
 *
 * @param payoutId the payout request
 * @param clipperId whose money it is: the subject of the clipper's token
 * @param amount how much, more than 0, in whole minor units of its currency
 * @param reason why, in words for the clipper
 * @param rejectedBy the admin who decided
 * @param rejectedAt when
 */
public record PayoutRejected(
    UUID payoutId,
    String clipperId,
    Amount amount,
    String reason,
    String rejectedBy,
    Instant rejectedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public PayoutRejected {
    requireNonNull(payoutId, "payoutId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beText(reason, "reason");
    Must.beText(rejectedBy, "rejectedBy");
    Must.beInstant(rejectedAt, "rejectedAt");
  }

  @Override
  public EventType type() {
    return EventType.PAYOUT_REJECTED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
