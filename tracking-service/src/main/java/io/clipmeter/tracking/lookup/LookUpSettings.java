package io.clipmeter.tracking.lookup;

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
  LookUpSettings {
    if (cacheFor.isNegative() || cacheFor.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.lookup.cache-for must be 0 to 1 h, not " + cacheFor);
    }
    if (cacheMax < 1 || cacheMax > 1_000_000) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.lookup.cache-max must be 1 to 1000000, not " + cacheMax);
    }
    if (waitMax.toMillis() < 1 || waitMax.toMillis() > 50_000) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.lookup.wait-max must be 1 ms to 50 s, not " + waitMax);
    }
  }
}
