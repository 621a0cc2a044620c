package io.clipmeter.tracking.manual;

import io.clipmeter.chassis.setting.Bounds;
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
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.manual");

  ManualSettings {
    BOUNDS.check("confirm-above", confirmAbove, 0, 1_000_000_000_000L);
    BOUNDS.check("valid-for (s)", validFor.toSeconds(), 60, Duration.ofDays(30).toSeconds());
  }
}
