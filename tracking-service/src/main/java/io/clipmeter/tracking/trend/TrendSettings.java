package io.clipmeter.tracking.trend;

import io.clipmeter.chassis.setting.Bounds;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which trends are shown. Each list costs calls of a provider, so it is had when somebody asks.
 *
 * @param countries ISO 3166-1 alpha-2, in capitals; 1 to 60
 * @param fresh how long a list serves before another is had, 1 min to 7 days
 * @param retry pause after a list could not be had, 1 s to 1 h
 * @param takesMax how long having one may take before another instance tries, 1 min to 6 h: longer
 *     than the runs of a list and of its counts, with the waits for their turns
 * @param placeMax places of a list, 1 to 100
 */
@ConfigurationProperties("clipmeter.tracking.trend")
record TrendSettings(
    @DefaultValue({"US", "GB", "CA", "AU", "DE", "FR", "ES", "IT", "BR", "MX", "ID", "JP"})
        List<String> countries,
    @DefaultValue("1h") Duration fresh,
    @DefaultValue("5m") Duration retry,
    @DefaultValue("1h") Duration takesMax,
    @DefaultValue("30") int placeMax) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.trend");

  TrendSettings {
    countries = List.copyOf(countries);
    if (!countries.stream().allMatch(country -> country.matches("[A-Z]{2}"))) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.trend.countries must be two capitals each, not " + countries);
    }
    BOUNDS.check("countries", countries.size(), 1, 60);
    BOUNDS.check("fresh (s)", fresh.toSeconds(), 60, Duration.ofDays(7).toSeconds());
    BOUNDS.check("retry (s)", retry.toSeconds(), 1, 3_600);
    BOUNDS.check("takes-max (s)", takesMax.toSeconds(), 60, Duration.ofHours(6).toSeconds());
    BOUNDS.check("place-max", placeMax, 1, 100);
  }
}
