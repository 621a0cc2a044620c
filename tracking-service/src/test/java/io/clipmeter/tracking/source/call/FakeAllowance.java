package io.clipmeter.tracking.source.call;

import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The allowance of one process, in memory. */
public final class FakeAllowance implements Allowance {
  private static final Duration WINDOW = Duration.ofMillis(60_500);

  private final Clock clock;
  private final Map<String, List<Instant>> turns = new HashMap<>();
  private final Map<Key, Long> spent = new HashMap<>();
  private final Map<Key, Long> units = new HashMap<>();
  private final Map<String, Instant> paused = new HashMap<>();
  private final List<End> ends = new ArrayList<>();

  private record Key(String provider, Span span, LocalDate startsOn) {}

  public FakeAllowance(Clock clock) {
    this.clock = clock;
  }

  /** How calls ended, in order. */
  public synchronized List<End> ends() {
    return List.copyOf(ends);
  }

  @Override
  public synchronized Turn take(Limits limits, Use use, Duration longest) {
    ChargeSettings charges = limits.charges();
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, charges.zone());
    Key month = new Key(limits.provider(), Span.MONTH, Span.MONTH.startOf(day));
    Key period =
        new Key(limits.provider(), charges.quotaPeriod(), charges.quotaPeriod().startOf(day));
    long price = charges.priceMicros(use);
    Long cap = charges.capMicros();
    Long quota = charges.quota();
    boolean capped = cap != null && price > 0 && spent.getOrDefault(month, 0L) + price > cap;
    boolean over =
        quota != null && use.units() > 0 && units.getOrDefault(period, 0L) + use.units() > quota;
    if (capped || over) {
      throw new ProviderFault(ProviderFault.Kind.CAPPED, "used up");
    }
    Turn turn = new Turn(turn(limits, now, longest), day, use);
    spent.merge(month, price, Long::sum);
    units.merge(period, (long) use.units(), Long::sum);
    return turn;
  }

  private Instant turn(Limits limits, Instant now, Duration longest) {
    List<Instant> taken = turns.computeIfAbsent(limits.provider(), source -> new ArrayList<>());
    Instant at = now;
    if (taken.size() >= limits.perMinute()) {
      Instant free = taken.get(taken.size() - limits.perMinute()).plus(WINDOW);
      at = free.isAfter(now) ? free : now;
    }
    Instant left = paused.getOrDefault(limits.provider(), now);
    at = left.isAfter(at) ? left : at;
    if (at.isAfter(now.plus(longest))) {
      throw new ProviderFault(ProviderFault.Kind.BUSY, "no turn");
    }
    taken.add(at);
    return at;
  }

  @Override
  public synchronized void pause(Limits limits, Instant until) {
    paused.merge(limits.provider(), until, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public synchronized void end(Limits limits, Turn turn, End end, Duration took) {
    ends.add(end);
    if (end == End.NOT_CHARGED) {
      ChargeSettings charges = limits.charges();
      Span span = charges.quotaPeriod();
      spent.merge(
          new Key(limits.provider(), Span.MONTH, Span.MONTH.startOf(turn.day())),
          -charges.priceMicros(turn.use()),
          Long::sum);
      units.merge(
          new Key(limits.provider(), span, span.startOf(turn.day())),
          (long) -turn.use().units(),
          Long::sum);
    }
  }
}
