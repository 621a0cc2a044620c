package io.clipmeter.earnings.claim;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When sums are told.
 *
 * @param every pause between two looks for minutes that are over, 1 second to 1 hour
 * @param lag how far the clocks of two machines may differ at most, 0 to 10 minutes: a minute is
 *     summed up so long after it is over
 */
@ConfigurationProperties("clipmeter.earnings.claim")
record ClaimSettings(@DefaultValue("1m") Duration every, @DefaultValue("30s") Duration lag) {

  /**
   * @throws IllegalArgumentException where one is out of its range
   */
  ClaimSettings {
    if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("clipmeter.earnings.claim.every must be 1s to 1h");
    }
    if (lag.isNegative() || lag.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("clipmeter.earnings.claim.lag must be 0s to 10m");
    }
  }
}
