package io.clipmeter.tracking.doubt;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a video that is said to be gone is believed to be.
 *
 * @param confirmAfter least time between the first saying and the one that confirms it, whatever
 *     rounds there are in between; up to 30 d. A day at least, so that the second saying falls on a
 *     later day, is what the actors' users advise: new and region-locked videos look deleted first
 * @param believeAfter the same where so many videos are said to be gone at once that an outage is
 *     more likely; confirmAfter to 90 d
 */
@ConfigurationProperties("clipmeter.tracking.gone")
public record GoneSettings(
    @DefaultValue("24h") Duration confirmAfter, @DefaultValue("3d") Duration believeAfter) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.gone");

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public GoneSettings {
    BOUNDS.check("confirm-after (ms)", confirmAfter.toMillis(), 0, Duration.ofDays(30).toMillis());
    BOUNDS.check(
        "believe-after (ms)",
        believeAfter.toMillis(),
        confirmAfter.toMillis(),
        Duration.ofDays(90).toMillis());
  }
}
