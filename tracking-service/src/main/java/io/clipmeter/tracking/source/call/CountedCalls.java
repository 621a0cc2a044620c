package io.clipmeter.tracking.source.call;

import io.clipmeter.tracking.source.call.Allowance.End;
import io.clipmeter.tracking.source.call.Allowance.Limits;
import io.clipmeter.tracking.source.call.Allowance.Turn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Makes each call in its turn, and counts it: in the allowance for all instances, and as a metric.
 */
final class CountedCalls {
  private final Limits limits;
  private final Allowance allowance;
  private final MeterRegistry meters;
  private final Clock clock;
  private final CountDownLatch closed;
  private final AtomicReference<Instant> leftAlone = new AtomicReference<>(Instant.MIN);

  /**
   * @param closed when nobody waits for a turn any more
   */
  CountedCalls(
      Limits limits,
      Allowance allowance,
      MeterRegistry meters,
      Clock clock,
      CountDownLatch closed) {
    this.limits = limits;
    this.allowance = allowance;
    this.meters = meters;
    this.clock = clock;
    this.closed = closed;
  }

  /**
   * @param longest how long it is waited for a turn
   */
  <T> T inTurn(String what, Use use, Duration longest, Supplier<T> call) {
    Turn turn = turn(use.on(Purpose.current()), longest);
    long begun = System.nanoTime();
    End end = End.FAILED;
    String result = "fault";
    try {
      T answer = call.get();
      end = End.OK;
      result = "ok";
      return answer;
    } catch (ProviderFault fault) {
      leaveAlone(fault);
      end = fault.end();
      result = fault.kind().name().toLowerCase(Locale.ROOT);
      throw fault;
    } catch (NotCalled notCalled) {
      end = End.NOT_CALLED;
      result = "not-called";
      throw notCalled;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      allowance.end(limits, turn, end, took);
      time(what, result, took);
    }
  }

  /**
   * A turn that has come. One that was taken before the provider asked to be left alone, or that
   * has long passed, is given back for another.
   */
  private Turn turn(Use use, Duration longest) {
    Instant giveUp = clock.instant().plus(longest);
    while (true) {
      Instant known = leftAlone.get();
      Turn turn = allowance.take(limits, use, left(giveUp));
      boolean good = false;
      try {
        await(turn);
        good = !overtaken(turn, known);
      } finally {
        if (!good) {
          allowance.end(limits, turn, End.NOT_CALLED, Duration.ZERO);
        }
      }
      if (good) {
        return turn;
      }
      if (clock.instant().isAfter(giveUp)) {
        throw new ProviderFault(ProviderFault.Kind.BUSY, "not called: its turns passed unused");
      }
    }
  }

  private Duration left(Instant giveUp) {
    Duration left = Duration.between(clock.instant(), giveUp);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * @param known until when the provider was to be left alone as the turn was taken, which its time
   *     takes account of
   */
  private boolean overtaken(Turn turn, Instant known) {
    Instant until = leftAlone.get();
    return until.isAfter(known) && turn.at().isBefore(until)
        || clock.instant().isAfter(turn.at().plus(Allowance.LATE_MAX));
  }

  /** What one call was told holds for all others, of all instances; not so of one account. */
  private void leaveAlone(ProviderFault fault) {
    Duration after = fault.retryAfter();
    if (after != null && !fault.ofOneAccount()) {
      Duration pause = after.compareTo(Allowance.PAUSE_MAX) > 0 ? Allowance.PAUSE_MAX : after;
      Instant until = clock.instant().plus(pause);
      allowance.pause(limits, until);
      leftAlone.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** The circuit opened while the call waited for its turn. */
  static final class NotCalled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCalled() {
      super("not called: the circuit is open");
    }
  }

  private void await(Turn turn) {
    Duration wait = Duration.between(clock.instant(), turn.at());
    if (wait.isPositive()) {
      try {
        if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new ProviderFault(ProviderFault.Kind.LOST, "the service stops");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ProviderFault(ProviderFault.Kind.LOST, "interrupted");
      }
    }
  }

  private void time(String what, String result, Duration took) {
    Timer.builder("clipmeter.tracking.provider.calls")
        .description("Calls to providers of view counts")
        .tag("source", limits.provider())
        .tag("call", what)
        .tag("result", result)
        .register(meters)
        .record(took);
  }
}
