package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of a clip, for a subscriber to start from before it follows the view updates.
 * Key: the clip.
 *
 * @param clipId the clip, which has the id of its submission
 * @param campaignId the campaign
 * @param clipperId whose clip it is: the subject of the clipper's token
 * @param platform where the video is published
 * @param videoId the platform's own id of the video
 * @param baselineViews the views when it was submitted
 * @param views views at the last good reading
 * @param likes likes; null where the provider did not say: missing is never 0
 * @param comments comments; null where the provider did not say: missing is never 0
 * @param shares shares; null where the provider did not say: missing is never 0
 * @param saves saves or favourites; null where the provider did not say: missing is never 0
 * @param observedAt when the counters were read
 * @param source which provider the reading came from
 */
public record ClipViews(
    UUID clipId,
    UUID campaignId,
    String clipperId,
    Platform platform,
    String videoId,
    long baselineViews,
    long views,
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
  public ClipViews {
    requireNonNull(clipId, "clipId");
    requireNonNull(campaignId, "campaignId");
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beId(videoId, "videoId");
    Must.notBeNegative(baselineViews, "baselineViews");
    Must.notBeNegative(views, "views");
    Must.notBeNegativeIfKnown(likes, "likes");
    Must.notBeNegativeIfKnown(comments, "comments");
    Must.notBeNegativeIfKnown(shares, "shares");
    Must.notBeNegativeIfKnown(saves, "saves");
    Must.beInstant(observedAt, "observedAt");
    requireNonNull(source, "source");
  }

  @Override
  public EventType type() {
    return EventType.CLIP_VIEWS;
  }

  @Override
  public String key() {
    return clipId.toString();
  }
}
