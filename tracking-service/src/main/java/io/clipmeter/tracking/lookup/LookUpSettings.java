package io.clipmeter.tracking.lookup;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How look-ups are answered.
 *
 * @param cacheFor how long an answer is given again without asking, 0 to 1 h
 * @param cacheMax how many answers are kept, 1 to 1,000,000
 * @param waitMax longest that a caller waits for answers, 1 ms to 50 s: with short links it is 15 s
 *     more, and gateways give up at 60
 */
@ConfigurationProperties("clipmeter.tracking.lookup")
record LookUpSettings(
    @DefaultValue("5m") Duration cacheFor,
    @DefaultValue("10000") int cacheMax,
    @DefaultValue("40s") Duration waitMax) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.lookup");

  LookUpSettings {
    BOUNDS.check("cache-for (ms)", cacheFor.toMillis(), 0, 3_600_000);
    BOUNDS.check("cache-max", cacheMax, 1, 1_000_000);
    BOUNDS.check("wait-max (ms)", waitMax.toMillis(), 1, 50_000);
  }
}
