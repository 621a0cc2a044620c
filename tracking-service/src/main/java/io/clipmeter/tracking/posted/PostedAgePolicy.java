package io.clipmeter.tracking.posted;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How long a post is left alone after it was read: new ones change quickly, old ones hardly. Pure.
 */
final class PostedAgePolicy {
  private static final Duration NEW = Duration.ofDays(2);
  private static final Duration RECENT = Duration.ofDays(14);

  private PostedAgePolicy() {}

  /**
   * When it is read next. Each post has a time of its own in the hour or the day: those that waited
   * for the same turn, as after an outage, would come together for ever.
   *
   * @param since when it went out
   */
  static Instant next(UUID post, Instant since, Instant now) {
    Duration pause = pause(since, now);
    if (pause.isZero()) {
      return now;
    }
    Instant earliest = now.plus(pause.dividedBy(2));
    long own = post.getLeastSignificantBits();
    return earliest.plusMillis(Math.floorMod(own - earliest.toEpochMilli(), pause.toMillis()));
  }

  /**
   * The usual pause before the next reading; none while it is new.
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
