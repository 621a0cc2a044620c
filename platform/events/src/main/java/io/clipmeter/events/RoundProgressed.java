package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * More clips of a round that is being read have an outcome now. It tells people how far it is;
 * nothing is settled by it. Of a round's last clips only {@link RoundClosed} tells.
 *
 * @param roundId the round
 * @param campaignId the campaign
 * @param number the campaign's rounds in order, from 1
 * @param clips how many clips the round holds
 * @param observed how many of them were read
 * @param unavailable how many of them have an outcome, but no views
 * @param claimedAt when the clips were claimed
 * @param progressedAt when these counts were true
 */
public record RoundProgressed(
    UUID roundId,
    UUID campaignId,
    long number,
    int clips,
    int observed,
    int unavailable,
    Instant claimedAt,
    Instant progressedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public RoundProgressed {
    requireNonNull(roundId, "roundId");
    requireNonNull(campaignId, "campaignId");
    Must.beAtLeastOne(number, "number");
    Must.notBeNegative(clips, "clips");
    Must.notBeNegative(observed, "observed");
    Must.notBeNegative(unavailable, "unavailable");
    Must.beInstant(claimedAt, "claimedAt");
    Must.beInstant(progressedAt, "progressedAt");
    if (Math.addExact(observed, unavailable) > clips) {
      throw new IllegalArgumentException("observed + unavailable must not be more than clips");
    }
  }

  @Override
  public EventType type() {
    return EventType.ROUND_PROGRESSED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
