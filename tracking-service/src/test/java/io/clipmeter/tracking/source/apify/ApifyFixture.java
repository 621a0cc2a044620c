package io.clipmeter.tracking.source.apify;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** The adapter, pointed at a stub and impatient. */
final class ApifyFixture {
  final ApifyStub stub = new ApifyStub();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
  final ViewSource source = source(settings(stub.uri()));

  private ViewSource source(ApifySettings settings) {
    ProviderCalls calls =
        new ProviderCalls(
            "apify", settings.calls(), breakers, RateLimiterRegistry.ofDefaults(), meters);
    ApifyClient client = new ApifyClient(settings, calls, new JsonMapper());
    return new ApifyViewSource(
        settings,
        new ActorRunner(client, settings.runs()),
        SettableClock.at("2026-03-01T12:00:00Z"));
  }

  static ApifySettings settings(URI uri) {
    return new ApifySettings(
        uri,
        "a-key",
        new ApifySettings.Actors(
            "clockworks~tiktok-scraper", "streamers~youtube-scraper", "apify~instagram-scraper"),
        new ApifySettings.Runs(
            100,
            5,
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ofMillis(10),
            new BigDecimal("0.50")),
        new CallSettings(
            100_000,
            3,
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2)));
  }

  void close() {
    stub.close();
  }
}
