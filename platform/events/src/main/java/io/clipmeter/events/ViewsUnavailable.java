package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracking round could not read a clip. It earns nothing in this round and loses nothing. Key:
 * the campaign.
 *
 * @param campaignId the campaign
 * @param clipId the clip, which has the id of its submission
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param roundId the tracking round that tried
 * @param outcome GONE: the platform says so, twice; UNKNOWN: no answer that we understand;
 *     IMPLAUSIBLE: contradicts history
 * @param reason why there are no counters
 * @param lastKnownViews the clip's last good reading; null where there is none
 * @param observedAt when the reading was tried
 * @param source which provider the reading came from
 */
public record ViewsUnavailable(
    UUID campaignId,
    UUID clipId,
    String clipperId,
    Platform platform,
    String videoId,
    UUID roundId,
    ReadingOutcome outcome,
    UnavailableReason reason,
    @Nullable Long lastKnownViews,
    Instant observedAt,
    Source source)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public ViewsUnavailable {
    requireNonNull(campaignId, "campaignId");
    requireNonNull(clipId, "clipId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    requireNonNull(roundId, "roundId");
    requireNonNull(outcome, "outcome");
    requireNonNull(reason, "reason");
    Must.notBeNegativeIfKnown(lastKnownViews, "lastKnownViews");
    Must.beInstant(observedAt, "observedAt");
    requireNonNull(source, "source");
    if (outcome == ReadingOutcome.OK) {
      throw new IllegalArgumentException("outcome must not be OK");
    }
  }

  @Override
  public EventType type() {
    return EventType.VIEWS_UNAVAILABLE;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
