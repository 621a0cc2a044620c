package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every clip that the campaign had when the round was claimed has an outcome now: the round can be
 * settled. Key: the campaign.
 *
 * @param roundId the round
 * @param campaignId the campaign
 * @param number the campaign's rounds in order, from 1
 * @param clips how many clips the round held: observed + unavailable
 * @param observed for how many of them there is a ViewsObserved of this round
 * @param unavailable for how many of them there is a ViewsUnavailable of this round
 * @param unreadable how many of the unavailable are UNKNOWN or IMPLAUSIBLE, so may be read again
 * @param claimedAt when the clips were claimed
 * @param closedAt when the last outcome came
 * @param campaignVersion the campaign as it was known when the round was claimed, whose terms the
 *     round is settled by; null in rounds of before there was such a field
 */
public record RoundClosed(
    UUID roundId,
    UUID campaignId,
    long number,
    int clips,
    int observed,
    int unavailable,
    int unreadable,
    Instant claimedAt,
    Instant closedAt,
    @Nullable Long campaignVersion)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public RoundClosed {
    requireNonNull(roundId, "roundId");
    requireNonNull(campaignId, "campaignId");
    Must.beAtLeastOne(number, "number");
    Must.notBeNegative(clips, "clips");
    Must.notBeNegative(observed, "observed");
    Must.notBeNegative(unavailable, "unavailable");
    Must.notBeNegative(unreadable, "unreadable");
    Must.beInstant(claimedAt, "claimedAt");
    Must.beInstant(closedAt, "closedAt");
    Must.notBeNegativeIfKnown(campaignVersion, "campaignVersion");
    if (clips != Math.addExact(observed, unavailable) || unreadable > unavailable) {
      throw new IllegalArgumentException(
          "clips must be observed + unavailable, and unreadable a part of unavailable");
    }
  }

  @Override
  public EventType type() {
    return EventType.ROUND_CLOSED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
