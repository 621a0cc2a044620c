package io.clipmeter.tracking.observation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long readings are kept.
 *
 * @param keepMonths whole months before this one, 3 to 1,200; then only the days remain. Longer
 *     than money can be disputed
 */
@ConfigurationProperties("clipmeter.tracking.observation")
record ObservationSettings(@DefaultValue("25") int keepMonths) {
  ObservationSettings {
    if (keepMonths < 3 || keepMonths > 1_200) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.observation.keep-months must be 3 to 1200, not " + keepMonths);
    }
  }
}
