package io.clipmeter.tracking.source;

import io.clipmeter.events.Platform;
import java.util.Comparator;

/**
 * What a video is known by.
 *
 * @param id the platform's own id, as text: TikTok's do not fit a double, YouTube's and Instagram's
 *     are case-sensitive
 */
public record VideoKey(Platform platform, String id) implements Comparable<VideoKey> {
  private static final Comparator<VideoKey> ORDER =
      Comparator.comparing(VideoKey::platform).thenComparing(VideoKey::id);

  /** The order in which rows of videos are locked. */
  @Override
  public int compareTo(VideoKey other) {
    return ORDER.compare(this, other);
  }
}
