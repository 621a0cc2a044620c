package io.clipmeter.tracking.source;

import org.jspecify.annotations.Nullable;

/**
 * The counters of a video as a provider gave them, not judged yet: views may be negative or absurd.
 * A counter that was missing or hidden is null, never 0.
 */
public record Counts(
    long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves) {

  /** Views alone. */
  public static Counts ofViews(long views) {
    return new Counts(views, null, null, null, null);
  }
}
