package io.clipmeter.tracking.source.apify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.Bound;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApifySettingsTest {
  private static final Map<String, String> EVERY_KEY =
      Map.ofEntries(
          Map.entry("base-url", "http://localhost:8111"),
          Map.entry("api-key", "k"),
          Map.entry("actors.tiktok", "a~b"),
          Map.entry("actors.youtube", "c~d"),
          Map.entry("actors.instagram", "apify~instagram-reel-scraper"),
          Map.entry("actors.instagram-pages", "e~f"),
          Map.entry("runs.urls-max", "10"),
          Map.entry("runs.parallel-max", "1"),
          Map.entry("runs.timeout", "1m"),
          Map.entry("runs.poll-wait", "1s"),
          Map.entry("runs.poll-pause", "100ms"),
          Map.entry("runs.charge-max-usd", "0.25"),
          Map.entry("calls.per-minute", "6000"),
          Map.entry("calls.tries-max", "2"),
          Map.entry("calls.back-off", "10ms"),
          Map.entry("calls.back-off-max", "1s"),
          Map.entry("calls.connect-timeout", "1s"),
          Map.entry("calls.answer-timeout", "10s"),
          Map.entry("simulated", "true"),
          Map.entry("charges.per-call-usd", "0.01"),
          Map.entry("charges.per-video-usd", "0.000001"),
          Map.entry("charges.monthly-cap-usd", "49.5"),
          Map.entry("charges.quota", "7"),
          Map.entry("charges.quota-period", "MONTH"),
          Map.entry("charges.zone", "America/Los_Angeles"));

  private static final String PREFIX = "clipmeter.tracking.apify";

  @Test
  void defaultsAreKnown() {
    assertThat(Bound.to(PREFIX, ApifySettings.class, Map.of("api-key", "k")))
        .isEqualTo(
            new ApifySettings(
                URI.create("https://api.apify.com"),
                "k",
                false,
                new ApifySettings.Actors(
                    "clockworks~tiktok-scraper",
                    "streamers~youtube-scraper",
                    "apify~instagram-scraper",
                    "apify~instagram-scraper",
                    "clockworks~tiktok-trends-scraper"),
                new ApifySettings.Runs(
                    1_000,
                    5,
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    new BigDecimal("5.00")),
                new CallSettings(
                    30,
                    4,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(75)),
                ChargeSettings.FREE));
  }

  @Test
  void keysAreKnown() {
    ApifySettings settings = Bound.to(PREFIX, ApifySettings.class, EVERY_KEY);

    assertThat(settings.source()).isEqualTo(Source.SIMULATED);
    assertThat(settings.charges())
        .isEqualTo(
            new ChargeSettings(
                new BigDecimal("0.01"),
                new BigDecimal("0.000001"),
                new BigDecimal("49.5"),
                7L,
                Span.MONTH,
                ZoneId.of("America/Los_Angeles")));
    assertThat(settings.actors())
        .isEqualTo(
            new ApifySettings.Actors(
                "a~b",
                "c~d",
                "apify~instagram-reel-scraper",
                "e~f",
                "clockworks~tiktok-trends-scraper"));
    assertThat(settings.runs())
        .isEqualTo(
            new ApifySettings.Runs(
                10,
                1,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                new BigDecimal("0.25")));
    assertThat(settings.calls())
        .isEqualTo(
            new CallSettings(
                6000,
                2,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.apify.com",
        "ftp://localhost",
        "http://10.0.0.1:8111",
        "http://localhost.evil.example",
        "https://user:secret@api.apify.com",
        "https://api.apify.com?token=secret"
      })
  void theKeyGoesNowhereButOverTlsOrToThisMachine(String url) {
    Bound.refuses(PREFIX, ApifySettings.class, Map.of("api-key", "k", "base-url", url), "base-url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "line\nbreak"})
  void withAnUnusableKeyTheServiceDoesNotStart(String key) {
    Bound.refuses(PREFIX, ApifySettings.class, "api-key", key, "APIFY_API_KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "actors.tiktok,a/b",
    "runs.urls-max,9",
    "runs.urls-max,1001",
    "runs.parallel-max,0",
    "runs.timeout,0s",
    "runs.poll-wait,61s",
    "runs.poll-pause,0s",
    "runs.charge-max-usd,0",
    "calls.per-minute,0",
    "calls.tries-max,11",
    "calls.back-off,0s",
    "calls.back-off-max,1ms",
    "calls.connect-timeout,0s",
    "calls.answer-timeout,0s",
    "charges.per-call-usd,-1",
    "charges.per-video-usd,0.0000001",
    "charges.monthly-cap-usd,-0.01",
    "charges.quota,0"
  })
  void valuesOutOfRangeAreRefused(String key, String value) {
    String last = key.substring(key.indexOf('.') + 1);
    Bound.refuses(
        PREFIX,
        ApifySettings.class,
        Map.of("api-key", "k", key, value),
        key.startsWith("actors") ? "actors" : last);
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(ApifyFixture.settings(URI.create("https://api.apify.com"), "a~b").toString())
        .doesNotContain("a-key");
  }
}
