package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold has ended, because an admin ended it or its time was over. Key: the clipper.
 *
 * @param holdId the hold that has ended
 * @param campaignId the campaign
 * @param clipId the clip, which has the id of its submission
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param amount what it held, more than 0
 * @param releasedAt when
 */
public record EarningsReleased(
    UUID holdId, UUID campaignId, UUID clipId, String clipperId, Amount amount, Instant releasedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsReleased {
    requireNonNull(holdId, "holdId");
    requireNonNull(campaignId, "campaignId");
    requireNonNull(clipId, "clipId");
    Must.beId(clipperId, "clipperId");
    Must.bePositive(amount, "amount");
    Must.beInstant(releasedAt, "releasedAt");
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_RELEASED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
