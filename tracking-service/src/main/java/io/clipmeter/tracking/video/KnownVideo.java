package io.clipmeter.tracking.video;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a video, put together from all that was read of it.
 *
 * @param known null where it was never read
 * @param unavailable whether it was last said not to be there
 * @param observedAt when it last changed
 * @param seenAt when it was last read
 * @param countedAt when its views were last believed; null where there are none
 * @param source whose views they are; who said what was new where there are none
 */
record KnownVideo(
    VideoRef video,
    @Nullable Known known,
    boolean unavailable,
    Instant observedAt,
    Instant seenAt,
    @Nullable Instant countedAt,
    Source source) {

  /** All that is published of a video but the time; what decides whether there is news. */
  record Known(Counters counts, VideoFacts facts) {}

  /** Counters that are believed; null where a provider did not say, or was not believed. */
  record Counters(
      @Nullable Long views,
      @Nullable Long likes,
      @Nullable Long comments,
      @Nullable Long shares,
      @Nullable Long saves) {

    /** What a reading is good for. */
    static Counters of(SeenVideo seen) {
      Counts counts = seen.counts();
      return new Counters(
          seen.counted() ? counts.views() : null,
          counts.likes(),
          counts.comments(),
          counts.shares(),
          counts.saves());
    }
  }
}
