package io.clipmeter.analytics.clip;

import io.clipmeter.events.Platform;
import io.clipmeter.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a submission, in full or in part: null is what an event does not tell.
 *
 * @param earned earned so far, which only grows
 * @param finalEarnings earned in all, once the campaign is over
 */
record ClipFacts(
    UUID id,
    UUID campaignId,
    String clipperId,
    ClipStatus status,
    @Nullable Video video,
    @Nullable Long initialViews,
    @Nullable ClipReading reading,
    @Nullable Money earned,
    @Nullable Money finalEarnings) {

  /** Which video it is; the URL is not told by every event that names the video. */
  record Video(Platform platform, String videoId, @Nullable String url) {
    static @Nullable Video fuller(@Nullable Video one, @Nullable Video other) {
      boolean other1 = one == null || (one.url() == null && other != null && other.url() != null);
      return other1 ? other : one;
    }
  }

  /** Both together; the order in which they were heard makes no difference. */
  ClipFacts and(ClipFacts other) {
    return new ClipFacts(
        id,
        campaignId,
        clipperId,
        status.and(other.status),
        Video.fuller(video, other.video),
        initialViews == null ? other.initialViews : initialViews,
        ClipReading.newer(reading, other.reading),
        larger(earned, other.earned),
        larger(finalEarnings, other.finalEarnings));
  }

  private static @Nullable Money larger(@Nullable Money one, @Nullable Money other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
