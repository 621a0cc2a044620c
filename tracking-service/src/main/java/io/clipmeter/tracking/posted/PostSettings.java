package io.clipmeter.tracking.posted;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How posted videos are read.
 *
 * @param every pause between two turns, each of which reads those that are due, 1 s to 1 day
 * @param parallelMax videos read at a time in this instance, 1 to 50
 * @param rewriteAfter age at which a row is written anew although nothing changed, 1 min to 30 days
 */
@ConfigurationProperties("clipmeter.tracking.post")
record PostSettings(
    @DefaultValue("5m") Duration every,
    @DefaultValue("5") int parallelMax,
    @DefaultValue("1h") Duration rewriteAfter) {
  PostSettings {
    within("every (s)", every.toSeconds(), 1, 86_400);
    within("parallel-max", parallelMax, 1, 50);
    within("rewrite-after (s)", rewriteAfter.toSeconds(), 60, 30 * 86_400);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.post.%s must be %d to %d, not %d"
              .formatted(name, least, most, value));
    }
  }
}
