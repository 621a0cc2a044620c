package io.clipmeter.tracking.source.order;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is asked for the views of a platform's videos, and what is counted.
 *
 * @param order the providers of each platform, most wanted first; those without a key are passed
 *     over, and a platform that is left out keeps its usual order
 * @param kinds what counts as a view of each platform; those that count something else are not
 *     asked. A platform that is left out is counted in VIEWS, Instagram in PLAYS
 */
@ConfigurationProperties("clipmeter.tracking.source")
public record SourceSettings(
    @DefaultValue Map<Platform, List<Source>> order,
    @DefaultValue Map<Platform, Counts.Kind> kinds) {
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

  /**
   * @throws IllegalArgumentException where an order is empty or names a provider twice
   */
  public SourceSettings {
    order.forEach(SourceSettings::check);
  }

  private static void check(Platform platform, List<Source> sources) {
    if (sources.isEmpty() || new HashSet<>(sources).size() < sources.size()) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.source.order.%s: one or more providers, each once, not %s"
              .formatted(platform, sources));
    }
  }

  /** The one kind of count that a platform's clips are paid by. */
  public Counts.Kind kindOf(Platform platform) {
    return kinds.getOrDefault(
        platform, platform == Platform.INSTAGRAM ? Counts.Kind.PLAYS : Counts.Kind.VIEWS);
  }

  /**
   * What a provider's numbers of a platform count. Admins enter what the platform is counted in,
   * and so does the simulator answer.
   */
  public Counts.Kind kindOf(Platform platform, Source source) {
    return switch (source) {
      case APIFY -> platform == Platform.INSTAGRAM ? Counts.Kind.PLAYS : Counts.Kind.VIEWS;
      case YOUTUBE, TIKTOK, INSTAGRAM, AYRSHARE -> Counts.Kind.VIEWS;
      case MANUAL, SIMULATED -> kindOf(platform);
    };
  }

  List<Source> of(Platform platform) {
    return order.getOrDefault(platform, USUAL.getOrDefault(platform, List.of()));
  }

  /** Whom a failure is put down to where nobody is set up. */
  static Source firstOf(Platform platform) {
    return USUAL.getOrDefault(platform, List.of(Source.APIFY)).getFirst();
  }
}
