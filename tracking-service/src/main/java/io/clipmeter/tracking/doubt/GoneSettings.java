package io.clipmeter.tracking.doubt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a video that is said to be gone is believed to be.
 *
 * @param confirmAfter least time between the first saying and the one that confirms it, whatever
 *     rounds there are in between; up to 30 d
 * @param believeAfter the same where so many videos are said to be gone at once that an outage is
 *     more likely; confirmAfter to 90 d
 */
@ConfigurationProperties("clipmeter.tracking.gone")
public record GoneSettings(
    @DefaultValue("6h") Duration confirmAfter, @DefaultValue("3d") Duration believeAfter) {
  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  public GoneSettings {
    if (confirmAfter.isNegative() || confirmAfter.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.gone.confirm-after must be 0 to 30 d, not " + confirmAfter);
    }
    if (believeAfter.compareTo(confirmAfter) < 0
        || believeAfter.compareTo(Duration.ofDays(90)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.gone.believe-after must be confirm-after to 90 d, not "
              + believeAfter);
    }
  }
}
