package io.clipmeter.analytics.clip;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A video's counters at an instant; null where the provider did not say. */
record ClipReading(
    long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant observedAt) {
  private static final Comparator<ClipReading> NEWEST =
      Comparator.comparing(ClipReading::observedAt).thenComparing(ClipReading::views);

  /** The newer of the two; of two at the same instant the higher. */
  static @Nullable ClipReading newer(@Nullable ClipReading one, @Nullable ClipReading other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return NEWEST.compare(one, other) >= 0 ? one : other;
  }
}
