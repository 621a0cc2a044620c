package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A clipper asked for money: it is reserved in the balance until the request is decided. Key: the
 * clipper.
 *
 * @param payoutId the payout request
 * @param clipperId whose money it is: the subject of the clipper's token
 * @param amount how much, more than 0, in whole minor units of its currency
 * @param method how it shall be paid; never the details, which are personal data
 * @param requestedAt when
 */
public record PayoutRequested(
    UUID payoutId, String clipperId, Amount amount, String method, Instant requestedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public PayoutRequested {
    requireNonNull(payoutId, "payoutId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beText(method, "method");
    Must.beInstant(requestedAt, "requestedAt");
  }

  @Override
  public EventType type() {
    return EventType.PAYOUT_REQUESTED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
