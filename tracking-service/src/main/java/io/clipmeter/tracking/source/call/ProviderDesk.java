package io.clipmeter.tracking.source.call;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/** Where each provider that is set up gets what its calls go through. */
@Component
public class ProviderDesk implements AutoCloseable {
  private final Map<String, ProviderCalls> all = Collections.synchronizedMap(new TreeMap<>());
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

  /** Sets up the provider of these readings; once each. */
  public ProviderCalls calls(Source source, CallSettings settings, ChargeSettings charges) {
    return calls(name(source), settings, charges);
  }

  /** What the provider of these readings is called in limits and metrics. */
  public static String name(Source source) {
    return source.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Sets up a provider, or a server of one that has limits of its own; once each.
   *
   * @param provider its name in lower case
   */
  public ProviderCalls calls(String provider, CallSettings settings, ChargeSettings charges) {
    Limits limits = new Limits(provider, settings.perMinute(), charges);
    ProviderCalls calls =
        new ProviderCalls(
            limits,
            settings,
            breakers,
            new CountedCalls(limits, allowance, meters, clock, closed),
            new BusyAccounts(clock));
    all.put(provider, calls);
    return calls;
  }

  /** The providers that are set up, by name. */
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
