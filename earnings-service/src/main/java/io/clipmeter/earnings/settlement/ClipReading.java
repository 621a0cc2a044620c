package io.clipmeter.earnings.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clip as it stands, and its reading in the round.
 *
 * @param highViews the highest count settled so far; the baseline at first
 * @param accruedMicros earned so far
 * @param views the highest count read in this round and the rounds held before it; null where there
 *     is none
 * @param gone whether the platform says that the video is no more, which is an answer and not a
 *     failure to read
 */
record ClipReading(
    UUID clipId,
    String clipperId,
    long baselineViews,
    long highViews,
    long accruedMicros,
    @Nullable Long views,
    boolean gone) {

  boolean readable() {
    return views != null;
  }

  boolean unreadable() {
    return views == null && !gone;
  }

  /** The height after this round: a fall does not lower it, growth counts above it only. */
  long viewsAfter() {
    return views == null ? highViews : Math.max(highViews, views);
  }
}
