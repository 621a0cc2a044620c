package io.clipmeter.tracking.source.apify;

import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.FakeAllowance;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.clipmeter.tracking.source.discovery.Discovery;
import io.clipmeter.tracking.source.profile.ProfileSource;
import io.clipmeter.tracking.source.usage.PartSettings;
import io.clipmeter.tracking.source.usage.RunPlaces;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;

/** The adapter, pointed at a stub and impatient. */
final class ApifyFixture {
  final ApifyStub stub = new ApifyStub();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
  final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  final FakeAllowance allowance = new FakeAllowance(clock);
  private final ApifySettings settings;
  private final ApifyClient client;
  final ActorRunner runner;
  final ViewSource source;
  final ProfileSource profiles;
  final Discovery discovery;

  ApifyFixture() {
    this("apify~instagram-scraper");
  }

  /** With another actor for videos of Instagram. */
  ApifyFixture(String instagram) {
    this(instagram, ChargeSettings.FREE);
  }

  /** Of which a month may cost no more than so many videos do. */
  static ApifyFixture cappedAt(int videos) {
    BigDecimal price = new BigDecimal("0.001");
    return new ApifyFixture(
        "apify~instagram-scraper",
        new ChargeSettings(
            BigDecimal.ZERO,
            price,
            price.multiply(BigDecimal.valueOf(videos)),
            null,
            ChargeSettings.Span.DAY,
            ZoneId.of("UTC")));
  }

  private ApifyFixture(String instagram, ChargeSettings charges) {
    this.settings = settings(stub.uri(), instagram, charges);
    this.client = client(settings);
    RunPlaces places = new RunPlaces(settings.runs().parallelMax(), new PartSettings(80));
    this.runner = new ActorRunner(client, settings.runs(), places, clock);
    this.source = new ApifyViewSource(settings, client, runner, clock);
    this.profiles = new ApifyProfileSource(settings.actors(), runner);
    this.discovery = new ApifyDiscovery(settings, runner, clock);
  }

  private ApifyClient client(ApifySettings settings) {
    ProviderDesk desk = new ProviderDesk(breakers, allowance, meters, clock);
    ProviderCalls calls = desk.calls(Source.APIFY, settings.calls(), settings.charges());
    return new ApifyClient(settings, calls, new JsonMapper());
  }

  static ApifySettings settings(URI uri, String instagram) {
    return settings(uri, instagram, ChargeSettings.FREE);
  }

  private static ApifySettings settings(URI uri, String instagram, ChargeSettings charges) {
    return new ApifySettings(
        uri,
        "a-key",
        false,
        new ApifySettings.Actors(
            "clockworks~tiktok-scraper",
            "streamers~youtube-scraper",
            instagram,
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
            Duration.ofSeconds(2)),
        charges);
  }

  void close() {
    stub.close();
  }
}
