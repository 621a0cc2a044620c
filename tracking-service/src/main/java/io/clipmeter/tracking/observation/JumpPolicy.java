package io.clipmeter.tracking.observation;

import io.clipmeter.tracking.source.Reading;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a count has grown so much that it is read again before it is believed. Pure.
 *
 * <p>Honest videos do grow a hundredfold in a day, from little; and by millions, from many. In
 * 7,715 recorded days of 2,000 popular videos none grew fifty-fold and by a million at once.
 */
public final class JumpPolicy {
  /** A count that came back a little lower is the same: platforms round and correct. */
  private static final long AGREES_PERCENT = 90;

  private JumpPolicy() {}

  /**
   * A count that was not believed at first.
   *
   * @param round the campaign's round that read it
   * @param at when it was read
   */
  public record Suspicion(long views, long round, Instant at) {}

  /**
   * What is known of a clip, or of a video.
   *
   * @param lastViews its last good reading
   * @param lastReadAt when that was read; null where it is not known
   * @param suspicion null where there is none
   */
  public record Past(long lastViews, @Nullable Instant lastReadAt, @Nullable Suspicion suspicion) {}

  /**
   * Turns a good reading into a suspicion where it jumps beyond the bound, unless a round long
   * enough before this one read about as much.
   */
  public static Verdict judge(
      Verdict verdict, Past past, Instant at, long round, JumpSettings bound) {
    return verdict instanceof Verdict.Observed(var counts, var facts)
            && jumps(counts.views(), past, at, bound)
            && !confirms(counts.views(), past.suspicion(), at, round, bound)
        ? new Verdict.Suspicious(counts.views())
        : verdict;
  }

  /**
   * What is suspected from now on: what was before where this agrees with it, so that readings that
   * follow each other quickly do not put off the time at which one is believed.
   */
  public static Suspicion suspected(
      long views, Past past, Instant at, long round, JumpSettings bound) {
    Suspicion before = past.suspicion();
    return before != null && agrees(views, before, at, bound)
        ? before
        : new Suspicion(views, round, at);
  }

  /**
   * Judges a number by all that is known of its video.
   *
   * @param past in the same kind; null where nothing is known
   */
  public static Verdict judge(
      Reading.Ok ok, @Nullable Past past, Instant at, long round, JumpSettings bound) {
    return past == null
        ? ReadingPolicy.judge(ok, null)
        : judge(ReadingPolicy.judge(ok, past.lastViews()), past, at, round, bound);
  }

  private static boolean jumps(long views, Past past, Instant at, JumpSettings bound) {
    return jumps(views, past.lastViews(), past.lastReadAt(), at, bound);
  }

  /**
   * Whether a count is beyond the bound.
   *
   * @param last what it is measured by
   * @param lastAt when that was read; where it is not known it is measured as one day's growth
   */
  public static boolean jumps(
      long views, long last, @Nullable Instant lastAt, Instant at, JumpSettings bound) {
    return views - last > bound.viewsPerDay() * days(lastAt, at) && views / bound.factor() > last;
  }

  /** Begun days since the last reading, at least one. */
  private static long days(@Nullable Instant lastReadAt, Instant at) {
    long full = lastReadAt == null ? 0 : Duration.between(lastReadAt, at).toDays();
    return Math.max(0, full) + 1;
  }

  /** A round that somebody forces does not make time pass, and an answer may be an old one. */
  private static boolean confirms(
      long views, @Nullable Suspicion suspicion, Instant at, long round, JumpSettings bound) {
    return suspicion != null
        && suspicion.round() < round
        && !at.isBefore(suspicion.at().plus(bound.confirmAfter()))
        && agrees(views, suspicion, at, bound);
  }

  private static boolean agrees(long views, Suspicion suspicion, Instant at, JumpSettings bound) {
    return agrees(views, suspicion.views(), suspicion.at(), at, bound);
  }

  /**
   * Whether a count is about as much as one that was not believed, or grew from it as videos do.
   */
  public static boolean agrees(
      long views, long suspected, Instant suspectedAt, Instant at, JumpSettings bound) {
    return views >= suspected / 100 * AGREES_PERCENT
        && !jumps(views, suspected, suspectedAt, at, bound);
  }
}
