package io.clipmeter.earnings.round;

import io.clipmeter.earnings.terms.Segment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clip as it stands, and its reading in the round.
 *
 * @param highViews the highest count settled so far; the baseline at first
 * @param accruedMicros earned so far
 * @param read what was read of it
 */
public record ClipReading(
    UUID clipId,
    String clipperId,
    long baselineViews,
    long highViews,
    long accruedMicros,
    Segment segment,
    Read read) {

  /**
   * What a round, and the rounds held before it, read of a clip.
   *
   * @param views the highest count; null where there is none
   * @param gone whether the platform says that the video is no more, which is an answer and not a
   *     failure to read
   * @param observedAt when that was read, or was tried
   * @param source which provider said so
   */
  public record Read(@Nullable Long views, boolean gone, Instant observedAt, String source) {}

  /** Whether there is a number. */
  public boolean readable() {
    return read.views() != null;
  }

  /** Whether it may have grown unseen. */
  public boolean unreadable() {
    return read.views() == null && !read.gone();
  }

  /** The height after this round: a fall does not lower it, growth counts above it only. */
  public long viewsAfter() {
    Long views = read.views();
    return views == null ? highViews : Math.max(highViews, views);
  }
}
