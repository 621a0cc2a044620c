package io.clipmeter.tracking.posted;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a post is left alone after it was read: new ones change quickly, old ones hardly. Pure.
 */
final class PostedAgePolicy {
  private static final Duration NEW = Duration.ofDays(2);
  private static final Duration RECENT = Duration.ofDays(14);

  private PostedAgePolicy() {}

  /**
   * The pause before the next reading; none while it is new.
   *
   * @param since when it went out
   */
  static Duration pause(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.compareTo(NEW) < 0) {
      return Duration.ZERO;
    }
    return age.compareTo(RECENT) < 0 ? Duration.ofHours(1) : Duration.ofDays(1);
  }
}
