package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is asked for the views of a platform's videos.
 *
 * @param order the providers of each platform, most wanted first; those without a key are passed
 *     over, and a platform that is left out keeps its usual order
 */
@ConfigurationProperties("clipmeter.tracking.source")
record SourceSettings(@DefaultValue Map<Platform, List<Source>> order) {
  private static final Map<Platform, List<Source>> USUAL =
      Map.of(
          Platform.TIKTOK,
              List.of(
                  Source.TIKTOK, Source.APIFY, Source.AYRSHARE, Source.SIMULATED, Source.MANUAL),
          Platform.YOUTUBE,
              List.of(
                  Source.YOUTUBE, Source.APIFY, Source.AYRSHARE, Source.SIMULATED, Source.MANUAL),
          Platform.INSTAGRAM,
              List.of(
                  Source.INSTAGRAM,
                  Source.APIFY,
                  Source.AYRSHARE,
                  Source.SIMULATED,
                  Source.MANUAL));

  SourceSettings {
    order.forEach(SourceSettings::check);
  }

  private static void check(Platform platform, List<Source> sources) {
    if (sources.isEmpty() || new HashSet<>(sources).size() < sources.size()) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.source.order.%s: one or more providers, each once, not %s"
              .formatted(platform, sources));
    }
  }

  List<Source> of(Platform platform) {
    return order.getOrDefault(platform, USUAL.getOrDefault(platform, List.of()));
  }

  /** Whom a failure is put down to where nobody is set up. */
  static Source firstOf(Platform platform) {
    return USUAL.getOrDefault(platform, List.of(Source.APIFY)).getFirst();
  }
}
