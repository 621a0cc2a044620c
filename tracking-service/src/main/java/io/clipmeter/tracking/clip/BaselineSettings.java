package io.clipmeter.tracking.clip;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How baselines are captured.
 *
 * @param poll how often to look for baselines that are due again, 10 ms to 1 min; new ones are read
 *     at once
 * @param batchMax submissions read at once, 1 to 1,000
 * @param parallelMax batches read at a time in this instance, 1 to 20
 * @param lease after which a batch is read again whose instance died, 1 s to 1 h; renewed while it
 *     is read
 * @param retryFirst pause after the first try, 10 ms to 1 min; it doubles
 * @param retryMax longest pause between two tries, up to 1 h
 * @param quickTries tries after which only each retrySlow is tried: a reading costs money
 * @param retrySlow the pause then
 * @param doubtFor how long after a count that may be a false one another reading must agree, 0 to
 *     24 h
 * @param doubtRetry pause before the next reading then, 1 s to 24 h
 * @param goneTries tries after which a video that is said to be gone is only looked for each
 *     goneRetry, 1 to 10,000: platforms find new videos late
 * @param goneRetry the pause then, and the longest one for what nobody shows and nobody calls gone;
 *     1 s to 24 h
 * @param goneRest the pause once it was said for gone.believe-after and nothing proved it, and the
 *     longest one for what others show and nobody counts; goneRetry to 7 d
 */
@ConfigurationProperties("clipmeter.tracking.baseline")
record BaselineSettings(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("100") int batchMax,
    @DefaultValue("4") int parallelMax,
    @DefaultValue("6m") Duration lease,
    @DefaultValue("2s") Duration retryFirst,
    @DefaultValue("60s") Duration retryMax,
    @DefaultValue("30") int quickTries,
    @DefaultValue("30m") Duration retrySlow,
    @DefaultValue("30m") Duration doubtFor,
    @DefaultValue("5m") Duration doubtRetry,
    @DefaultValue("6") int goneTries,
    @DefaultValue("2h") Duration goneRetry,
    @DefaultValue("24h") Duration goneRest) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.baseline");

  /** Tries with one pause, before it doubles. */
  private static final int SLOW_TRIES = 4;

  private static final int DOUBLINGS_MAX = 20;

  BaselineSettings {
    BOUNDS.check("poll (ms)", poll.toMillis(), 10, 60_000);
    BOUNDS.check("batch-max", batchMax, 1, 1_000);
    BOUNDS.check("parallel-max", parallelMax, 1, 20);
    BOUNDS.check("lease (ms)", lease.toMillis(), 1_000, 3_600_000);
    BOUNDS.check("retry-first (ms)", retryFirst.toMillis(), 10, 60_000);
    BOUNDS.check("retry-max (ms)", retryMax.toMillis(), retryFirst.toMillis(), 3_600_000);
    BOUNDS.check("quick-tries", quickTries, 1, 10_000);
    BOUNDS.check("retry-slow (ms)", retrySlow.toMillis(), retryMax.toMillis(), 86_400_000);
    BOUNDS.check("doubt-for (ms)", doubtFor.toMillis(), 0, 86_400_000);
    BOUNDS.check("doubt-retry (ms)", doubtRetry.toMillis(), 1_000, 86_400_000);
    BOUNDS.check("gone-tries", goneTries, 1, 10_000);
    BOUNDS.check("gone-retry (ms)", goneRetry.toMillis(), 1_000, 86_400_000);
    BOUNDS.check("gone-rest (ms)", goneRest.toMillis(), goneRetry.toMillis(), 604_800_000);
  }

  /**
   * The pause after this many tries, where the video is said to be gone.
   *
   * @param unproven whether it was for long, and nothing proved it
   */
  Duration pauseWhenGone(int tries, boolean unproven) {
    if (unproven) {
      return goneRest;
    }
    Duration usual = pauseAfter(tries);
    return tries < goneTries || usual.compareTo(goneRetry) > 0 ? usual : goneRetry;
  }

  /**
   * The pause after this many tries, where all that were asked answered and nobody counts the
   * video: that may last for ever, and each reading costs as much as the first.
   *
   * @param uncounted how many of them it was so in a row: tries of an outage say nothing of it
   * @param shown whether somebody shows it; else it may be an outage all the same, and what the
   *     video gains before its baseline is nobody's
   */
  Duration pauseWhenUncounted(int tries, int uncounted, boolean shown) {
    if (tries < quickTries) {
      return pauseAfter(tries);
    }
    int slow = Math.min(tries - quickTries, uncounted);
    int doublings = Math.min(slow / SLOW_TRIES, DOUBLINGS_MAX);
    Duration rest = shown ? goneRest : goneRetry;
    Duration longest = rest.compareTo(retrySlow) > 0 ? rest : retrySlow;
    Duration pause = retrySlow.multipliedBy(1L << doublings);
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /** The pause after this many tries. */
  Duration pauseAfter(int tries) {
    if (tries >= quickTries) {
      return retrySlow;
    }
    long doubled = retryFirst.toMillis() << Math.min(Math.max(tries - 1, 0), 20);
    return Duration.ofMillis(Math.min(doubled, retryMax.toMillis()));
  }
}
