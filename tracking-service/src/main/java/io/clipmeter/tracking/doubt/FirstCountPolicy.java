package io.clipmeter.tracking.doubt;

import io.clipmeter.links.Canonical;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a count that others will be measured by can be true, where nothing is known before it: a
 * false 0 would have the video's whole past paid. Pure.
 */
public final class FirstCountPolicy {
  /** A video this young may well have no views. */
  static final Duration YOUNG = Duration.ofHours(1);

  /** Who likes a video has mostly seen it; counters lag behind each other a little. */
  private static final long REACTIONS_PER_VIEW = 2;

  private FirstCountPolicy() {}

  /**
   * A first count that was not believed.
   *
   * @param at when it was read
   */
  public record Doubt(long views, Instant at) {}

  /** Whether to read again: a 0 of a video that is not young, or far fewer views than reactions. */
  public static boolean doubtful(VideoKey video, Reading.Ok ok, Instant at) {
    Counts counts = ok.counts();
    return farBelow(counts.views(), counts.likes())
        || farBelow(counts.views(), counts.comments())
        || counts.views() == 0 && !young(video, ok.facts().postedAt(), at);
  }

  /** Whether a reading agrees with an earlier one of another time. */
  public static boolean confirms(long views, Instant at, @Nullable Doubt doubt, Duration apart) {
    return doubt != null && views >= doubt.views() && !at.isBefore(doubt.at().plus(apart));
  }

  private static boolean farBelow(long views, @Nullable Long reactions) {
    return reactions != null && reactions > views * REACTIONS_PER_VIEW;
  }

  /** A video of unknown age is not known to be young. */
  private static boolean young(VideoKey video, @Nullable Instant postedAt, Instant at) {
    Instant uploaded = Canonical.uploadedAt(video.platform(), video.id());
    Instant posted = uploaded == null ? postedAt : uploaded;
    return posted != null && posted.plus(YOUNG).isAfter(at);
  }
}
