package io.clipmeter.tracking.source.call;

import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps calls within the rate, repeats those that are worth it, and stops calling a provider that
 * is down.
 */
public final class ProviderCalls {
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  /** A wrong key or a spent quota stays so until a person or the provider's clock changes it. */
  private static final Duration OPEN_FOR_LASTING = Duration.ofMinutes(10);

  /** Longer nothing is waited for; a look at the state of things does not queue behind the work. */
  private static final Duration TURN_WAITS_MAX = Duration.ofMinutes(10);

  private static final Duration LOOK_WAITS = Duration.ofSeconds(2);

  private static final int WINDOW = 20;

  private final Limits limits;
  private final CircuitBreaker breaker;
  private final CountedCalls counted;
  private final BusyAccounts busy;
  private final Retry repeatable;
  private final Retry once;

  ProviderCalls(
      Limits limits,
      CallSettings settings,
      CircuitBreakerRegistry breakers,
      CountedCalls counted,
      BusyAccounts busy) {
    String name = limits.provider();
    this.limits = limits;
    this.breaker = breakers.circuitBreaker(name, breaking());
    this.counted = counted;
    this.busy = busy;
    this.repeatable = Retry.of(name, retrying(settings, true));
    this.once = Retry.of(name + "-start", retrying(settings, false));
  }

  /** Within which limits it is called. */
  public Limits limits() {
    return limits;
  }

  /** Whether calls are let through at present. */
  public State state() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> State.UP;
      case HALF_OPEN -> State.TRYING;
      case OPEN, FORCED_OPEN -> State.DOWN;
    };
  }

  /** Whether a provider is called. */
  public enum State {
    /** Yes. */
    UP,
    /** It was down; a few calls find out whether it still is. */
    TRYING,
    /** No: it failed too often, or says that it will not serve us. */
    DOWN
  }

  /** Has the provider called again: somebody saw that it answers. */
  public void resume() {
    breaker.transitionToClosedState();
  }

  /** A call that may be made twice without harm. */
  public <T> T read(String what, Use use, Supplier<T> call) {
    return make(repeatable, what, use, call);
  }

  /**
   * A call in an account's name that may be made twice without harm. Where the provider asks for
   * this account to be left alone, it is; the others are not.
   *
   * @throws ProviderFault BUSY, and nobody was called, while the account is to be left alone
   */
  public <T> T read(String what, Use use, UUID account, Supplier<T> call) {
    busy.check(account);
    return make(repeatable, what, use, () -> busy.watch(account, call));
  }

  /** A call that starts something paid: not repeated where it may have happened. */
  public <T> T start(String what, Use use, Supplier<T> call) {
    return make(once, what, use, call);
  }

  /**
   * One call, whatever became of those before it: to look whether the provider serves us.
   *
   * @throws ProviderFault where it does not
   */
  public <T> T probe(Use use, Supplier<T> call) {
    return counted.inTurn("probe", use, LOOK_WAITS, call);
  }

  /**
   * A call whose answer somebody can do without: made once, and only where its turn comes soon.
   *
   * @throws ProviderFault BUSY, and nobody was called, where it does not
   */
  public <T> T look(String what, Use use, Supplier<T> call) {
    return guarded(call, guarded -> inTurn(what, use, LOOK_WAITS, guarded));
  }

  private <T> T make(Retry retry, String what, Use use, Supplier<T> call) {
    return guarded(
        call, guarded -> retry.executeSupplier(() -> inTurn(what, use, TURN_WAITS_MAX, guarded)));
  }

  private <T> T guarded(Supplier<T> call, Function<Supplier<T>, T> making) {
    try {
      return making.apply(CircuitBreaker.decorateSupplier(breaker, () -> openOnLasting(call)));
    } catch (CountedCalls.NotCalled open) {
      throw new ProviderFault(ProviderFault.Kind.DOWN, "not called: the circuit is open");
    }
  }

  /** Looks at the circuit before a turn is spent, and again after it was waited for. */
  private <T> T inTurn(String what, Use use, Duration longest, Supplier<T> guarded) {
    if (state() == State.DOWN) {
      throw new CountedCalls.NotCalled();
    }
    return counted.inTurn(
        what,
        use,
        longest,
        () -> {
          try {
            return guarded.get();
          } catch (CallNotPermittedException open) {
            throw new CountedCalls.NotCalled();
          }
        });
  }

  private <T> T openOnLasting(Supplier<T> call) {
    try {
      return call.get();
    } catch (ProviderFault fault) {
      if (fault.lasting()) {
        breaker.transitionToOpenStateFor(OPEN_FOR_LASTING);
      }
      throw fault;
    }
  }

  private static CircuitBreakerConfig breaking() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(WINDOW)
        .minimumNumberOfCalls(WINDOW / 2)
        .waitDurationInOpenState(OPEN_FOR)
        .automaticTransitionFromOpenToHalfOpenEnabled(true)
        .permittedNumberOfCallsInHalfOpenState(2)
        .recordException(e -> !(e instanceof ProviderFault fault) || fault.ofTheProvider())
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
