package io.clipmeter.tracking.source.batch;

import io.clipmeter.chassis.setting.Bounds;
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
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.batch");

  BatchSettings {
    BOUNDS.check("linger (ms)", linger.toMillis(), 1, 60_000);
    BOUNDS.check("wait-max (ms)", waitMax.toMillis(), 1, 600_000);
  }
}
