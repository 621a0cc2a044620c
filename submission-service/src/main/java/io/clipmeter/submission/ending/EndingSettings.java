package io.clipmeter.submission.ending;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an end is late.
 *
 * @param within how long a campaign that is to end may take for it, 1 minute to 30 days
 */
@ConfigurationProperties("clipmeter.submission.ending")
record EndingSettings(@DefaultValue("1h") Duration within) {

  /**
   * @throws IllegalArgumentException where it is out of its range
   */
  EndingSettings {
    if (within.compareTo(Duration.ofMinutes(1)) < 0 || within.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException("clipmeter.submission.ending.within must be 1m to 30d");
    }
  }
}
