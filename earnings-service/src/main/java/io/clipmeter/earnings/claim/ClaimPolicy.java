package io.clipmeter.earnings.claim;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which minutes are closed for good. Pure. */
final class ClaimPolicy {
  /** So much is summed up at once at most, for after a long rest. */
  static final Duration MOST = Duration.ofHours(1);

  private ClaimPolicy() {}

  /**
   * Up to when everything is summed up next; not after {@code from} where nothing is closed.
   *
   * <p>A fact's time is taken inside its transaction. So a fact of before this instant was written
   * by a transaction that began before it, by clocks that differ by the lag at most; and all of
   * those are over.
   *
   * @param now by this machine's clock
   * @param oldestOpen when the oldest open transaction began, by the database's clock
   * @param lag how far the two clocks, and those of other instances, may differ
   */
  static Instant until(Instant from, Instant now, Instant oldestOpen, Duration lag) {
    Instant earlier = now.isBefore(oldestOpen) ? now : oldestOpen;
    Instant closed = earlier.minus(lag).truncatedTo(ChronoUnit.MINUTES);
    Instant most = from.plus(MOST);
    return closed.isBefore(most) ? closed : most;
  }
}
