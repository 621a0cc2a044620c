package io.clipmeter.submission.snapshot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When final earnings are missing.
 *
 * @param every pause between two looks, 1 second to 1 hour
 * @param within how long after a campaign's end they may take to be told, 1 minute to 30 days
 */
@ConfigurationProperties("clipmeter.submission.snapshot")
record SnapshotSettings(@DefaultValue("1m") Duration every, @DefaultValue("15m") Duration within) {

  /**
   * @throws IllegalArgumentException where one is out of its range
   */
  SnapshotSettings {
    demand("every", every, Duration.ofSeconds(1), Duration.ofHours(1));
    demand("within", within, Duration.ofMinutes(1), Duration.ofDays(30));
  }

  private static void demand(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.submission.snapshot." + name + " must be " + least + " to " + most);
    }
  }
}
