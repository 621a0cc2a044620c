package io.clipmeter.tracking.manual;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which entries count, and for how long.
 *
 * @param confirmAbove views gained since the last reading above which a second admin confirms, 0 to
 *     10^12
 * @param validFor how long after it was measured an entry is read in rounds, 1 min to 30 d
 */
@ConfigurationProperties("clipmeter.tracking.manual")
record ManualSettings(
    @DefaultValue("100000") long confirmAbove, @DefaultValue("24h") Duration validFor) {
  ManualSettings {
    if (confirmAbove < 0 || confirmAbove > 1_000_000_000_000L) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.manual.confirm-above must be 0 to 10^12, not " + confirmAbove);
    }
    if (validFor.compareTo(Duration.ofMinutes(1)) < 0
        || validFor.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.manual.valid-for must be 1 min to 30 d, not " + validFor);
    }
  }
}
