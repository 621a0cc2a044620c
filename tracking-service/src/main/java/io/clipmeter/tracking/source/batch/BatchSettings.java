package io.clipmeter.tracking.source.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a run that is not full waits for more videos.
 *
 * @param linger it leaves when nobody has brought more for so long, 1 ms to 1 min
 * @param waitMax it leaves then even if somebody does, 1 ms to 10 min
 */
@ConfigurationProperties("clipmeter.tracking.batch")
record BatchSettings(@DefaultValue("1s") Duration linger, @DefaultValue("5s") Duration waitMax) {
  BatchSettings {
    within("linger", linger, 60_000);
    within("wait-max", waitMax, 600_000);
  }

  private static void within(String name, Duration value, long most) {
    if (value.toMillis() < 1 || value.toMillis() > most) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.batch: %s (ms) must be 1 to %d, not %d"
              .formatted(name, most, value.toMillis()));
    }
  }
}
