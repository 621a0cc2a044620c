package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The payment provably did not happen: the reserved money is available again. Key: the clipper.
 *
 * @param payoutId the payout request
 * @param clipperId whose money it is: the subject of the clipper's token
 * @param amount how much, more than 0, in whole minor units of its currency
 * @param reason what went wrong, in words for the clipper
 * @param failedAt when
 */
public record PayoutFailed(
    UUID payoutId, String clipperId, Amount amount, String reason, Instant failedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public PayoutFailed {
    requireNonNull(payoutId, "payoutId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beText(reason, "reason");
    Must.beInstant(failedAt, "failedAt");
  }

  @Override
  public EventType type() {
    return EventType.PAYOUT_FAILED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
