package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * An admin agreed to the payout; it is not paid yet. Key: the clipper.
 *
 * @param payoutId the payout request
 * @param clipperId whose money it is: the subject of the clipper's token
 * @param amount how much, more than 0, in whole minor units of its currency
 * @param approvedBy the admin who decided
 * @param approvedAt when
 */
public record PayoutApproved(
    UUID payoutId, String clipperId, Amount amount, String approvedBy, Instant approvedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public PayoutApproved {
    requireNonNull(payoutId, "payoutId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beText(approvedBy, "approvedBy");
    Must.beInstant(approvedAt, "approvedAt");
  }

  @Override
  public EventType type() {
    return EventType.PAYOUT_APPROVED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
