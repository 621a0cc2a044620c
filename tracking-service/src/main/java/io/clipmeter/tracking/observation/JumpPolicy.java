package io.clipmeter.tracking.observation;

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
   */
  public record Suspicion(long views, long round) {}

  /**
   * What is known of the clip.
   *
   * @param lastViews its last good reading
   * @param lastReadAt when that was read; null where it is not known
   * @param suspicion null where there is none
   */
  public record Past(long lastViews, @Nullable Instant lastReadAt, @Nullable Suspicion suspicion) {}

  /**
   * Turns a good reading into a suspicion where it jumps beyond the bound, unless a round before
   * this one read as much.
   */
  public static Verdict judge(
      Verdict verdict, Past past, Instant at, long round, JumpSettings bound) {
    return verdict instanceof Verdict.Observed(var counts, var facts)
            && jumps(counts.views(), past, at, bound)
            && !confirms(counts.views(), past.suspicion(), round)
        ? new Verdict.Suspicious(counts.views())
        : verdict;
  }

  private static boolean jumps(long views, Past past, Instant at, JumpSettings bound) {
    long last = past.lastViews();
    return views - last > bound.viewsPerDay() * days(past.lastReadAt(), at)
        && views / bound.factor() > last;
  }

  /** Begun days since the last reading, at least one. */
  private static long days(@Nullable Instant lastReadAt, Instant at) {
    long full = lastReadAt == null ? 0 : Duration.between(lastReadAt, at).toDays();
    return Math.max(0, full) + 1;
  }

  private static boolean confirms(long views, @Nullable Suspicion suspicion, long round) {
    return suspicion != null
        && suspicion.round() < round
        && views >= suspicion.views() / 100 * AGREES_PERCENT;
  }
}
