package io.clipmeter.tracking.source.order;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is waited for those who know whether a video is there that somebody calls gone.
 *
 * @param waitMax for all that are asked about one answer together, as its round or submissions
 *     wait; 1 ms to 1 min
 */
@ConfigurationProperties("clipmeter.tracking.witness")
record WitnessSettings(@DefaultValue("10s") Duration waitMax) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.witness");

  /**
   * @throws IllegalArgumentException where a value is out of its range
   */
  WitnessSettings {
    BOUNDS.check("wait-max (ms)", waitMax.toMillis(), 1, 60_000);
  }
}
