package io.clipmeter.tracking.observation;

import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import org.jspecify.annotations.Nullable;

/** Whether a reading can be true. Pure: the same reading and history, the same verdict. */
public final class ReadingPolicy {

  /** More views than any video has by far: the most viewed one has some 16 billion. */
  static final long VIEWS_MAX = 1_000_000_000_000L;

  private ReadingPolicy() {}

  /**
   * What is known of the video so far.
   *
   * @param lastViews its last good reading; null where there is none
   * @param goneSaidIn the campaign's round in which it was first said to be gone; null where it was
   *     read since, or never said to be
   * @param round the round that reads now; 0 for a baseline, which belongs to none
   * @param lastKind what the last good reading counted; null where there is none or nobody knows
   */
  public record History(
      @Nullable Long lastViews,
      @Nullable Long goneSaidIn,
      long round,
      Counts.@Nullable Kind lastKind) {
    /** Of which it is not known what was counted. */
    public History(@Nullable Long lastViews, @Nullable Long goneSaidIn, long round) {
      this(lastViews, goneSaidIn, round, null);
    }
  }

  /** Judges one reading. */
  public static Verdict judge(Reading reading, History history) {
    return switch (reading) {
      case Reading.Ok ok ->
          ofAnotherKind(ok, history)
              ? new Verdict.Unknown(UnavailableReason.PROVIDER_ERROR)
              : judge(ok, history.lastViews());
      case Reading.Gone gone ->
          confirmed(history) ? new Verdict.Gone(gone.reason()) : new Verdict.Unknown(gone.reason());
      case Reading.Unknown unknown -> new Verdict.Unknown(unknown.reason());
    };
  }

  private static Verdict judge(Reading.Ok ok, @Nullable Long lastViews) {
    Counts counts = ok.counts();
    long views = counts.views();
    boolean fellToNothing = views == 0 && lastViews != null && lastViews > 0;
    return views < 0 || views > VIEWS_MAX || fellToNothing
        ? new Verdict.Implausible(views)
        : new Verdict.Observed(counts, ok.facts());
  }

  /** Plays less views is no growth. */
  private static boolean ofAnotherKind(Reading.Ok ok, History history) {
    return history.lastKind() != null && history.lastKind() != ok.kind();
  }

  /** Deleted, private and withheld for a while look alike: it takes two rounds to tell. */
  private static boolean confirmed(History history) {
    return history.goneSaidIn() != null && history.goneSaidIn() < history.round();
  }
}
