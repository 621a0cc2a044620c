package io.clipmeter.links.shortlink;

import java.time.Duration;

/**
 * How far a short link is followed. Which hosts are asked is code; this is not.
 *
 * @param timeout for all of it: names, connections, hops, 100 ms to 30 s
 * @param hopsMax requests for one link, 1 to 5
 * @param atOnceMax links that are followed at the same time, 1 to 64
 */
public record ShortLinkLimits(Duration timeout, int hopsMax, int atOnceMax) {
  /** What suits most: 5 s, 3 hops, 8 links at once. */
  public static final ShortLinkLimits USUAL = new ShortLinkLimits(Duration.ofSeconds(5), 3, 8);

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public ShortLinkLimits {
    within("timeout (ms)", timeout.toMillis(), 100, 30_000);
    within("hops-max", hopsMax, 1, 5);
    within("at-once-max", atOnceMax, 1, 64);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, not %d".formatted(name, least, most, value));
    }
  }
}
