package io.clipmeter.tracking.source.call;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Keeps calls within the rate, repeats those that are worth it, and stops calling a provider that
 * is down.
 */
public final class ProviderCalls {
  private static final Duration WAIT_FOR_TURN_MAX = Duration.ofMinutes(10);
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);
  private static final int WINDOW = 20;

  private final String name;
  private final CircuitBreaker breaker;
  private final RateLimiter limiter;
  private final Retry repeatable;
  private final Retry once;
  private final MeterRegistry meters;

  /**
   * @param name the provider, in lower case: a label of its metrics
   */
  public ProviderCalls(
      String name,
      CallSettings settings,
      CircuitBreakerRegistry breakers,
      RateLimiterRegistry limiters,
      MeterRegistry meters) {
    this.name = name;
    this.breaker = breakers.circuitBreaker(name, breaking());
    this.limiter = limiters.rateLimiter(name, limiting(settings));
    this.repeatable = Retry.of(name, retrying(settings, true));
    this.once = Retry.of(name + "-start", retrying(settings, false));
    this.meters = meters;
  }

  /** A call that may be made twice without harm. */
  public <T> T read(String what, Supplier<T> call) {
    return make(repeatable, what, call);
  }

  /** A call that starts something paid: not repeated where it may have happened. */
  public <T> T start(String what, Supplier<T> call) {
    return make(once, what, call);
  }

  private <T> T make(Retry retry, String what, Supplier<T> call) {
    Supplier<T> guarded =
        CircuitBreaker.decorateSupplier(breaker, () -> openOnLasting(() -> timed(what, call)));
    try {
      return retry.executeSupplier(RateLimiter.decorateSupplier(limiter, guarded));
    } catch (CallNotPermittedException open) {
      throw new ProviderFault(ProviderFault.Kind.DOWN, "not called: the circuit is open");
    } catch (RequestNotPermitted late) {
      throw new ProviderFault(ProviderFault.Kind.BUSY, "not called: no turn within the rate");
    }
  }

  private <T> T openOnLasting(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProviderFault fault) {
      if (fault.lasting()) {
        breaker.transitionToOpenState();
      }
      throw fault;
    }
  }

  private <T> T timed(String what, Supplier<T> call) {
    Timer.Sample sample = Timer.start(meters);
    String result = "fault";
    try {
      T answer = call.get();
      result = "ok";
      return answer;
    } catch (ProviderFault fault) {
      result = fault.kind().name().toLowerCase(Locale.ROOT);
      throw fault;
    } finally {
      sample.stop(
          Timer.builder("clipmeter.tracking.provider.calls")
              .description("Calls to providers of view counts")
              .tag("source", name)
              .tag("call", what)
              .tag("result", result)
              .register(meters));
    }
  }

  private static CircuitBreakerConfig breaking() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(WINDOW)
        .minimumNumberOfCalls(WINDOW / 2)
        .waitDurationInOpenState(OPEN_FOR)
        .permittedNumberOfCallsInHalfOpenState(2)
        .recordException(e -> !(e instanceof ProviderFault fault) || fault.ofTheProvider())
        .build();
  }

  private static RateLimiterConfig limiting(CallSettings settings) {
    return RateLimiterConfig.custom()
        .limitForPeriod(settings.perMinute())
        .limitRefreshPeriod(Duration.ofMinutes(1))
        .timeoutDuration(WAIT_FOR_TURN_MAX)
        .build();
  }

  private static RetryConfig retrying(CallSettings settings, boolean repeatable) {
    IntervalFunction backOff =
        IntervalFunction.ofExponentialRandomBackoff(
            settings.backOff(), 2.0, 0.5, settings.backOffMax());
    return RetryConfig.custom()
        .maxAttempts(settings.triesMax())
        .retryOnException(e -> worthAnotherTry(e, repeatable, settings.backOffMax()))
        .intervalBiFunction((attempt, outcome) -> pause(backOff, attempt, outcome))
        .build();
  }

  private static boolean worthAnotherTry(Throwable e, boolean repeatable, Duration longest) {
    if (!(e instanceof ProviderFault fault)) {
      return false;
    }
    Duration after = fault.retryAfter();
    return fault.worthAnotherTry(repeatable) && (after == null || after.compareTo(longest) <= 0);
  }

  private static long pause(
      IntervalFunction backOff, int attempt, Either<Throwable, Object> outcome) {
    Duration after =
        outcome.isLeft() && outcome.getLeft() instanceof ProviderFault fault
            ? fault.retryAfter()
            : null;
    long ours = backOff.apply(attempt);
    return after == null ? ours : Math.max(ours, after.toMillis());
  }
}
