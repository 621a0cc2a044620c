package io.clipmeter.submission.link;

import io.clipmeter.links.shortlink.ShortLinkLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How short links are followed. Which hosts may be asked is code.
 *
 * @param timeout for one link in all, 100 ms to 30 s
 * @param hopsMax requests for one link, 1 to 5
 * @param atOnceMax links that this instance follows at the same time, 1 to 64; beyond it nobody
 *     waits
 * @param pause how long a platform that does not answer is left alone, 1 ms to 10 min
 */
@ConfigurationProperties("clipmeter.submission.short-links")
record LinkSettings(
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("3") int hopsMax,
    @DefaultValue("8") int atOnceMax,
    @DefaultValue("30s") Duration pause) {
  private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

  LinkSettings {
    // The others check themselves.
    new ShortLinkLimits(timeout, hopsMax, atOnceMax);
    if (pause.toMillis() < 1 || pause.compareTo(PAUSE_MAX) > 0) {
      throw new IllegalArgumentException("pause must be 1 ms to 10 min, not " + pause);
    }
  }

  ShortLinkLimits limits() {
    return new ShortLinkLimits(timeout, hopsMax, atOnceMax);
  }
}
