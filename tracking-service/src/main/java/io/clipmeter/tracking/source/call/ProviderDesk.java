package io.clipmeter.tracking.source.call;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/** Where each provider that is set up gets what its calls go through. */
@Component
public class ProviderDesk implements AutoCloseable {
  private final Map<Source, ProviderCalls> all =
      Collections.synchronizedMap(new EnumMap<>(Source.class));
  private final CircuitBreakerRegistry breakers;
  private final Allowance allowance;
  private final MeterRegistry meters;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * One for all providers, as the breakers, limits and metrics are found by the provider's name.
   */
  public ProviderDesk(
      CircuitBreakerRegistry breakers, Allowance allowance, MeterRegistry meters, Clock clock) {
    this.breakers = breakers;
    this.allowance = allowance;
    this.meters = meters;
    this.clock = clock;
  }

  /** Sets up a provider; once each. */
  public ProviderCalls calls(Source source, CallSettings settings, ChargeSettings charges) {
    Limits limits = new Limits(source, settings.perMinute(), charges);
    ProviderCalls calls =
        new ProviderCalls(
            limits, settings, breakers, new CountedCalls(limits, allowance, meters, clock, closed));
    all.put(source, calls);
    return calls;
  }

  /** The providers that are set up, in the order of their names' declaration. */
  public Collection<ProviderCalls> all() {
    synchronized (all) {
      return List.copyOf(all.values());
    }
  }

  /** Ends the waiting for turns. */
  @Override
  public void close() {
    closed.countDown();
  }
}
