package io.clipmeter.local.simulator.views;

import org.jspecify.annotations.Nullable;

/** A video's counters at one tick; null is "not known" and never 0. */
public record Counts(
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves) {
  /** The same with other views. */
  public Counts withViews(@Nullable Long other) {
    return new Counts(other, likes, comments, shares, saves);
  }
}
