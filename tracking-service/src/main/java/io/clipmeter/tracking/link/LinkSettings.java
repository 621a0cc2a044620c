package io.clipmeter.tracking.link;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.links.shortlink.ShortLinkLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How short links are followed. Which hosts may be asked is code.
 *
 * @param timeout for one link in all, 100 ms to 30 s
 * @param hopsMax requests for one link, 1 to 5
 * @param atOnceMax links that this instance follows at the same time, 1 to 64
 * @param together for all links of one request, 100 ms to 1 min; those that are left are not known
 */
@ConfigurationProperties("clipmeter.tracking.short-links")
record LinkSettings(
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("3") int hopsMax,
    @DefaultValue("8") int atOnceMax,
    @DefaultValue("15s") Duration together) {

  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.short-links");

  LinkSettings {
    // The others check themselves.
    new ShortLinkLimits(timeout, hopsMax, atOnceMax);
    BOUNDS.check("together (ms)", together.toMillis(), 100, 60_000);
  }

  ShortLinkLimits limits() {
    return new ShortLinkLimits(timeout, hopsMax, atOnceMax);
  }
}
