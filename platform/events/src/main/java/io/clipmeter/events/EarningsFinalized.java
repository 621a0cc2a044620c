package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * The campaign is over: this is what the clip earned in all. Key: the clipper.
 *
 * @param clipId the clip, which has the id of its submission
 * @param campaignId the campaign
 * @param clipperId who earned it: the subject of the clipper's token
 * @param finalEarnings earned in all, 0 or more
 * @param views the highest count that was paid
 * @param finalizedAt when the campaign completed
 */
public record EarningsFinalized(
    UUID clipId,
    UUID campaignId,
    String clipperId,
    Amount finalEarnings,
    long views,
    Instant finalizedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public EarningsFinalized {
    requireNonNull(clipId, "clipId");
    requireNonNull(campaignId, "campaignId");
    Must.beId(clipperId, "clipperId");
    Must.notBeNegative(finalEarnings, "finalEarnings");
    Must.notBeNegative(views, "views");
    Must.beInstant(finalizedAt, "finalizedAt");
  }

  @Override
  public EventType type() {
    return EventType.EARNINGS_FINALIZED;
  }

  @Override
  public String key() {
    return clipperId;
  }
}
