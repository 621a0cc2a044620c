package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracking round read the counters of a clip. Key: the campaign.
 *
 * @param campaignId the campaign
 * @param clipId the clip, which has the id of its submission
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param roundId the tracking round that read it
 * @param views views now; may be less than before, because platforms purge
 * @param previousViews the clip's last good reading, at first its baseline, so that growth can be
 *     told from this record alone; null where there is none
 * @param likes likes; null where the provider did not say: missing is never 0
 * @param comments comments; null where the provider did not say: missing is never 0
 * @param shares shares; null where the provider did not say: missing is never 0
 * @param saves saves or favourites; null where the provider did not say: missing is never 0
 * @param observedAt when the counters were read
 * @param source which provider the reading came from
 */
public record ViewsObserved(
    UUID campaignId,
    UUID clipId,
    String clipperId,
    Platform platform,
    String videoId,
    UUID roundId,
    long views,
    @Nullable Long previousViews,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant observedAt,
    Source source)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public ViewsObserved {
    requireNonNull(campaignId, "campaignId");
    requireNonNull(clipId, "clipId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    requireNonNull(roundId, "roundId");
    Must.notBeNegative(views, "views");
    Must.notBeNegativeIfKnown(previousViews, "previousViews");
    Must.notBeNegativeIfKnown(likes, "likes");
    Must.notBeNegativeIfKnown(comments, "comments");
    Must.notBeNegativeIfKnown(shares, "shares");
    Must.notBeNegativeIfKnown(saves, "saves");
    Must.beInstant(observedAt, "observedAt");
    requireNonNull(source, "source");
  }

  @Override
  public EventType type() {
    return EventType.VIEWS_OBSERVED;
  }

  @Override
  public String key() {
    return campaignId.toString();
  }
}
