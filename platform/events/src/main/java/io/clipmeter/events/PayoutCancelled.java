package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The clipper took the request back before it was approved: the reserved money is available again.
 * Key: the clipper.
 *
 * @param payoutId the payout request
 * @param clipperId whose money it is: the subject of the clipper's token
 * @param amount how much, more than 0, in whole minor units of its currency
 * @param cancelledAt when
 */
public record PayoutCancelled(UUID payoutId, String clipperId, Amount amount, Instant cancelledAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public PayoutCancelled {
    requireNonNull(payoutId, "payoutId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beInstant(cancelledAt, "cancelledAt");
  }

  @Override
  public EventType type() {
    return EventType.PAYOUT_CANCELLED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
