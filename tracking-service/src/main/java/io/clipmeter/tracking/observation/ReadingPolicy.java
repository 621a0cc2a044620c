package io.clipmeter.tracking.observation;

import io.clipmeter.tracking.doubt.GoneSettings;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a reading can be true. Pure: the same reading and history, the same verdict. */
public final class ReadingPolicy {

  /** More views than any video has by far: the most viewed one has some 16 billion. */
  static final long VIEWS_MAX = 1_000_000_000_000L;

  private ReadingPolicy() {}

  /**
   * The first time that a video was said to be gone; it was not shown since.
   *
   * @param round the campaign's round that was told so
   */
  public record Missing(long round, Instant since) {}

  /**
   * What is known of the video so far.
   *
   * @param lastViews its last good reading, of the same kind; null where there is none
   * @param missing null where it was shown since, or never said to be gone
   * @param round the round that reads now; 0 for a baseline, which belongs to none
   */
  public record History(@Nullable Long lastViews, @Nullable Missing missing, long round) {}

  /**
   * Judges one reading.
   *
   * @param at when it was read
   */
  public static Verdict judge(Reading reading, Instant at, History history, GoneSettings bound) {
    return switch (reading) {
      case Reading.Ok ok -> judge(ok, history.lastViews());
      case Reading.Gone gone ->
          confirmed(gone, at, history, bound)
              ? new Verdict.Gone(gone.reason())
              : new Verdict.Unknown(gone.reason());
      case Reading.Unknown unknown -> new Verdict.Unknown(unknown.reason());
    };
  }

  /** Judges a number alone. */
  public static Verdict judge(Reading.Ok ok, @Nullable Long lastViews) {
    Counts counts = ok.counts();
    long views = counts.views();
    boolean fellToNothing = views == 0 && lastViews != null && lastViews > 0;
    return views < 0 || views > VIEWS_MAX || fellToNothing
        ? new Verdict.Implausible(views)
        : new Verdict.Observed(counts, ok.facts());
  }

  /**
   * Deleted, private and withheld for a while look alike: it takes another round, and time, to
   * tell. A round that somebody forces does not make time pass, and time does not tell an outage.
   */
  private static boolean confirmed(
      Reading.Gone gone, Instant at, History history, GoneSettings bound) {
    Missing missing = history.missing();
    Duration enough = gone.doubted() ? bound.believeAfter() : bound.confirmAfter();
    return missing != null
        && missing.round() < history.round()
        && !at.isBefore(missing.since().plus(enough))
        && gone.provenSince(missing.since());
  }
}
