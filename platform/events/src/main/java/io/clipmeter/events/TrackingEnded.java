package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A campaign that is to end has no open round any more and gets none: its last round, if it had
 * one, stands before this event. Key: the campaign.
 *
 * @param campaignId the campaign
 * @param campaignVersion the version of the campaign that ends it
 * @param lastRound the number of its last round; 0 where it had none
 * @param endedAt when
 */
public record TrackingEnded(UUID campaignId, long campaignVersion, long lastRound, Instant endedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public TrackingEnded {
    requireNonNull(campaignId, "campaignId");
    Must.notBeNegative(campaignVersion, "campaignVersion");
    Must.notBeNegative(lastRound, "lastRound");
    Must.beInstant(endedAt, "endedAt");
  }

  @Override
  public EventType type() {
    return EventType.TRACKING_ENDED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
