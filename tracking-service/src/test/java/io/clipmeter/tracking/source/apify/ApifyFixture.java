package io.clipmeter.tracking.source.apify;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.profile.ProfileSource;
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
  private final ActorRunner runner = runner(settings(stub.uri()));
  final ViewSource source =
      new ApifyViewSource(settings(stub.uri()), runner, SettableClock.at("2026-03-01T12:00:00Z"));
  final Discovery discovery =
      new ApifyDiscovery(
          settings(stub.uri()).actors(), runner, SettableClock.at("2026-03-01T12:00:00Z"));
  final ProfileSource profiles = new ApifyProfileSource(settings(stub.uri()).actors(), runner);

  private ActorRunner runner(ApifySettings settings) {
    ProviderCalls calls =
        new ProviderCalls(
            "apify", settings.calls(), breakers, RateLimiterRegistry.ofDefaults(), meters);
    return new ActorRunner(new ApifyClient(settings, calls, new JsonMapper()), settings.runs());
  }

  static ApifySettings settings(URI uri) {
    return new ApifySettings(
        uri,
        "a-key",
        new ApifySettings.Actors(
            "clockworks~tiktok-scraper",
            "streamers~youtube-scraper",
            "apify~instagram-scraper",
            "clockworks~tiktok-trends-scraper"),
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
