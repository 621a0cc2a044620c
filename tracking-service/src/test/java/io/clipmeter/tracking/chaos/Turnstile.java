package io.clipmeter.tracking.chaos;

import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.call.Allowance;
import io.clipmeter.tracking.source.call.ProviderFault;
import io.clipmeter.tracking.source.call.Use;
import io.clipmeter.tracking.source.usage.UsageDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The real turns of the database; only the waiting for them is skipped. The clock goes on to the
 * next turn that somebody waits for, and only while no call is on its way: each one comes to its
 * server at the very time of its turn.
 */
final class Turnstile implements Allowance {
  private final UsageDesk desk;
  private final SettableClock clock;
  private final PriorityQueue<Instant> waiting = new PriorityQueue<>();
  private final Map<String, Integer> made = new HashMap<>();
  private int onTheWay;

  Turnstile(UsageDesk desk, SettableClock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public Turn take(Limits limits, Use use, Duration longest) {
    enter();
    boolean taken = false;
    try {
      Turn turn = desk.take(limits, use, longest);
      await(turn.at());
      taken = true;
      return turn;
    } finally {
      if (!taken) {
        leave();
      }
    }
  }

  private synchronized void enter() {
    onTheWay++;
  }

  private synchronized void leave() {
    onTheWay--;
    goOn();
  }

  private synchronized void await(Instant turn) {
    if (!clock.instant().isBefore(turn)) {
      return;
    }
    waiting.add(turn);
    leave();
    try {
      while (clock.instant().isBefore(turn)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (waiting.remove(turn)) {
        enter();
      }
      throw new ProviderFault(ProviderFault.Kind.LOST, "interrupted");
    }
  }

  /** Whoever waited for this time is on its way again before the clock can go on once more. */
  private void goOn() {
    if (onTheWay > 0 || waiting.isEmpty()) {
      return;
    }
    Instant next = waiting.element();
    clock.set(next);
    while (!waiting.isEmpty() && !waiting.element().isAfter(next)) {
      waiting.remove();
      onTheWay++;
    }
    notifyAll();
  }

  @Override
  public void pause(Limits limits, Instant until) {
    desk.pause(limits, until);
  }

  @Override
  public void end(Limits limits, Turn turn, End end, Duration took) {
    try {
      desk.end(limits, turn, end, took);
    } finally {
      left(limits.provider(), end);
    }
  }

  private synchronized void left(String provider, End end) {
    if (end != End.NOT_CALLED && end != End.UNREACHED) {
      made.merge(provider, 1, Integer::sum);
    }
    leave();
  }

  /** Calls that were made of a provider, each with leave. */
  synchronized int made(String provider) {
    return made.getOrDefault(provider, 0);
  }
}
