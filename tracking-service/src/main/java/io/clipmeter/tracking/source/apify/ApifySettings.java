package io.clipmeter.tracking.source.apify;

import io.clipmeter.chassis.setting.Bounds;
import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.call.BaseUrls;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Apify is reached.
 *
 * @param baseUrl of its API; https, or http on a loopback address (the local simulator)
 * @param apiKey sent as a bearer token; without one Apify is not asked
 * @param simulated true where the address is the local simulator's, whose views are no real ones
 * @param actors which actor reads which platform
 * @param runs how many videos are read at once, and for what price at most
 * @param calls how often it may be called, and how failed calls are repeated
 * @param charges what reading costs, and what it may cost
 */
@ConfigurationProperties("clipmeter.tracking.apify")
record ApifySettings(
    @DefaultValue("https://api.apify.com") URI baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("false") boolean simulated,
    @DefaultValue Actors actors,
    @DefaultValue Runs runs,
    @DefaultValue CallSettings calls,
    @DefaultValue ChargeSettings charges) {
  private static final Bounds BOUNDS = new Bounds("clipmeter.tracking.apify");

  ApifySettings {
    BaseUrls.check("clipmeter.tracking.apify.base-url (APIFY_BASE_URL)", baseUrl);
    if (!apiKey.matches("[!-~]{0,200}")) {
      throw new IllegalArgumentException(
          "clipmeter.tracking.apify.api-key (APIFY_API_KEY) must be without spaces");
    }
  }

  /** What its readings are marked with. */
  Source source() {
    return simulated ? Source.SIMULATED : Source.APIFY;
  }

  @Override
  public String toString() {
    return "ApifySettings["
        + baseUrl
        + ", "
        + actors
        + ", "
        + runs
        + ", "
        + calls
        + ", "
        + charges
        + "]";
  }

  /**
   * Actors by {@code user~name}; a slash instead of the tilde would be a 404.
   *
   * @param instagramPages shows accounts and lists of Instagram, which the reel scraper cannot
   */
  record Actors(
      @DefaultValue("clockworks~tiktok-scraper") String tiktok,
      @DefaultValue("streamers~youtube-scraper") String youtube,
      @DefaultValue("apify~instagram-scraper") String instagram,
      @DefaultValue("apify~instagram-scraper") String instagramPages,
      @DefaultValue("clockworks~tiktok-trends-scraper") String trends) {
    Actors {
      for (String actor : List.of(tiktok, youtube, instagram, instagramPages, trends)) {
        if (!actor.matches("[A-Za-z0-9._-]+(~[A-Za-z0-9._-]+)?")) {
          throw new IllegalArgumentException(
              "clipmeter.tracking.apify.actors.*: user~name or an id, not " + actor);
        }
      }
    }

    /** Each of them once. */
    Set<String> all() {
      return new LinkedHashSet<>(List.of(tiktok, youtube, instagram, instagramPages, trends));
    }

    /** Who shows accounts and lists of videos. */
    String ofPages(Platform platform) {
      return platform == Platform.INSTAGRAM ? instagramPages : of(platform);
    }

    /** Who reads videos. */
    String of(Platform platform) {
      return switch (platform) {
        case TIKTOK -> tiktok;
        case YOUTUBE -> youtube;
        case INSTAGRAM -> instagram;
      };
    }
  }

  /**
   * @param urlsMax videos asked in one run, 10 to 1,000
   * @param parallelMax runs at a time in this instance, 1 to 50
   * @param timeout after which a run is given up, 1 s to 1 h
   * @param pollWait how long one call waits for the end of a run, 0 to 60 s
   * @param pollPause between two such calls, 10 ms to 1 min
   * @param chargeMaxUsd what one run may cost
   */
  record Runs(
      @DefaultValue("1000") int urlsMax,
      @DefaultValue("5") int parallelMax,
      @DefaultValue("15m") Duration timeout,
      @DefaultValue("60s") Duration pollWait,
      @DefaultValue("1s") Duration pollPause,
      @DefaultValue("5.00") BigDecimal chargeMaxUsd) {
    Runs {
      BOUNDS.check("urls-max", urlsMax, 10, 1_000);
      BOUNDS.check("parallel-max", parallelMax, 1, 50);
      BOUNDS.check("timeout (ms)", timeout.toMillis(), 1_000, 3_600_000);
      BOUNDS.check("poll-wait (ms)", pollWait.toMillis(), 0, 60_000);
      BOUNDS.check("poll-pause (ms)", pollPause.toMillis(), 10, 60_000);
      if (chargeMaxUsd.signum() <= 0) {
        throw new IllegalArgumentException(
            "clipmeter.tracking.apify.runs.charge-max-usd must be more than 0");
      }
    }
  }
}
