package io.clipmeter.tracking.source.connected;

import io.clipmeter.tracking.source.call.CallSettings;
import io.clipmeter.tracking.source.call.ChargeSettings;
import io.clipmeter.tracking.source.call.FakeAllowance;
import io.clipmeter.tracking.source.call.ProviderCalls;
import io.clipmeter.tracking.source.call.ProviderDesk;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** Calls that do not wait. */
public final class QuickCalls {
  /** Three tries, a millisecond between them. */
  public static final CallSettings SETTINGS =
      new CallSettings(
          100_000,
          3,
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2));

  private QuickCalls() {}

  public static ProviderCalls calls(String name) {
    Clock clock = Clock.systemUTC();
    return new ProviderDesk(
            CircuitBreakerRegistry.ofDefaults(),
            new FakeAllowance(clock),
            new SimpleMeterRegistry(),
            clock)
        .calls(name, SETTINGS, ChargeSettings.FREE);
  }
}
