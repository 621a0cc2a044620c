package io.clipmeter.analytics.video;

import io.clipmeter.events.CountMetric;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video as its platform shows it to everybody. Null is what nobody told: never 0.
 *
 * @param id platform and video id with a colon between them, such as {@code
 *     TIKTOK:7524354452762037512}
 * @param url null where nothing but its absence has been heard of
 * @param hashtags without the #, in the order of the caption
 * @param mentions without the @, in the order of the caption
 * @param durationSeconds how long it plays
 * @param postedAt when it was published
 * @param observedAt when the counts were measured that stand here; null where it was never read
 * @param source which provider measured them
 * @param metric what the views count; videos of one platform may differ. Null where there are none,
 *     or where it was not told
 * @param postedFor the campaigns that it was posted for on schedule, without a submission
 * @param unavailable why the platform does not show it; null where it did when it was last read
 */
record FoundVideo(
    String id,
    Platform platform,
    String videoId,
    @Nullable String url,
    @Nullable Author author,
    @Nullable String caption,
    @Nullable Sound sound,
    List<String> hashtags,
    List<String> mentions,
    @Nullable Long durationSeconds,
    @Nullable String thumbnailUrl,
    @Nullable Instant postedAt,
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    @Nullable Instant observedAt,
    @Nullable Source source,
    @Nullable CountMetric metric,
    List<UUID> postedFor,
    @Nullable Unavailable unavailable) {

  /** Who published it. */
  record Author(
      @Nullable String id,
      String username,
      @Nullable String nickname,
      @Nullable String avatarUrl) {}

  /** The sound under it. */
  record Sound(@Nullable String id, @Nullable String title, @Nullable String author) {}

  /** Since when it has not been there, and why. */
  record Unavailable(UnavailableReason reason, Instant at) {}
}
