package io.clipmeter.tracking.source.connected;

import io.clipmeter.tracking.source.call.Allowance;
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
    return calls(name, new FakeAllowance(Clock.systemUTC()));
  }

  /** Those that are counted here. */
  public static ProviderCalls calls(String name, Allowance allowance) {
    return new ProviderDesk(
            CircuitBreakerRegistry.ofDefaults(),
            allowance,
            new SimpleMeterRegistry(),
            Clock.systemUTC())
        .calls(name, SETTINGS, ChargeSettings.FREE);
  }
}
