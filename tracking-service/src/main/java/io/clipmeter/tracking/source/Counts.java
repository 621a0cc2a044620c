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

  /** What a count of views counts. Two kinds of one video are never subtracted from each other. */
  public enum Kind {
    /** What the platform itself calls views. */
    VIEWS,

    /** How often it was started: what Apify's actor gives of Instagram. */
    PLAYS
  }

  /**
   * What is left where the views are not believed. An item that was emptied has zeros everywhere,
   * so none beside them counts.
   */
  public Counts ofDoubtedViews() {
    return new Counts(
        views, positive(likes), positive(comments), positive(shares), positive(saves));
  }

  private static @Nullable Long positive(@Nullable Long count) {
    return count == null || count == 0 ? null : count;
  }

  /** Views alone. */
  public static Counts ofViews(long views) {
    return new Counts(views, null, null, null, null);
  }
}
