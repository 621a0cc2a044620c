package io.clipmeter.tracking.source.call;

import io.clipmeter.tracking.source.call.ChargeSettings.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The allowance of one process, in memory. */
public final class FakeAllowance implements Allowance {
  private static final Duration WINDOW = Duration.ofMillis(61_500);
  private static final int SLOTS_MAX = 1_000;

  private final Clock clock;
  private final Map<String, List<Instant>> turns = new HashMap<>();
  private final Map<Key, Long> spent = new HashMap<>();
  private final Map<Key, Long> units = new HashMap<>();
  private final Map<String, Instant> paused = new HashMap<>();
  private final List<End> ends = new ArrayList<>();
  private int silent;
  private int taken;

  /** As much as people may use of whatever is limited. */
  private static long forPeople(long limit) {
    return limit / 5;
  }

  private record Key(String provider, Span span, LocalDate startsOn, Purpose purpose) {
    Key forAll() {
      return new Key(provider, span, startsOn, Purpose.MONEY);
    }
  }

  public FakeAllowance(Clock clock) {
    this.clock = clock;
  }

  /** How calls ended, in order. */
  public synchronized List<End> ends() {
    return List.copyOf(ends);
  }

  /** How many turns were taken. */
  public synchronized int taken() {
    return taken;
  }

  /** So many of the next turns are not given, as nobody can say what is left. */
  public synchronized void silent(int turns) {
    silent = turns;
  }

  @Override
  public synchronized Turn take(Limits limits, Use use, Duration longest) {
    if (silent > 0) {
      silent--;
      throw new ProviderFault(ProviderFault.Kind.DOWN, "not known");
    }
    ChargeSettings charges = limits.charges();
    Instant now = clock.instant();
    List<Instant> free = turns(limits);
    int slot = slot(free, use.purpose(), now);
    Instant at = latest(paused.getOrDefault(limits.provider(), now), latest(now, free.get(slot)));
    if (at.isAfter(now.plus(longest))) {
      throw new ProviderFault(ProviderFault.Kind.BUSY, "no turn");
    }
    LocalDate day = LocalDate.ofInstant(at, charges.zone());
    Key month = key(limits, Span.MONTH, day, use);
    Key period = key(limits, charges.quotaPeriod(), day, use);
    long price = charges.priceMicros(use);
    if (price > 0 && over(spent, month, price, charges.capMicros())
        || use.units() > 0 && over(units, period, use.units(), charges.quota())) {
      throw new ProviderFault(ProviderFault.Kind.CAPPED, "used up");
    }
    free.set(slot, at.plus(WINDOW.multipliedBy(free.size()).dividedBy(limits.perMinute())));
    add(spent, month, price);
    add(units, period, use.units());
    taken++;
    return new Turn(at, day, use);
  }

  private static Key key(Limits limits, Span span, LocalDate day, Use use) {
    return new Key(limits.provider(), span, span.startOf(day), use.purpose());
  }

  private static boolean over(Map<Key, Long> used, Key key, long more, @Nullable Long limit) {
    if (limit == null) {
      return false;
    }
    boolean people = key.purpose() == Purpose.PEOPLE;
    return used.getOrDefault(key.forAll(), 0L) + more > limit
        || people && used.getOrDefault(key, 0L) + more > forPeople(limit);
  }

  /** What people use counts for all. */
  private static void add(Map<Key, Long> used, Key key, long more) {
    used.merge(key.forAll(), more, Long::sum);
    if (key.purpose() == Purpose.PEOPLE) {
      used.merge(key, more, Long::sum);
    }
  }

  private List<Instant> turns(Limits limits) {
    int slots = Math.min(limits.perMinute(), SLOTS_MAX);
    return turns.computeIfAbsent(
        limits.provider(), source -> new ArrayList<>(Collections.nCopies(slots, Instant.MIN)));
  }

  private static int slot(List<Instant> free, Purpose purpose, Instant now) {
    int slots = free.size();
    int most = purpose == Purpose.MONEY ? slots : Math.max(1, (int) forPeople(slots));
    int slot = most - 1;
    for (int i = most - 2; i >= 0; i--) {
      slot = latest(now, free.get(i)).isBefore(latest(now, free.get(slot))) ? i : slot;
    }
    return slot;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public synchronized void pause(Limits limits, Instant until) {
    paused.merge(limits.provider(), until, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public synchronized void end(Limits limits, Turn turn, End end, Duration took) {
    ends.add(end);
    ChargeSettings charges = limits.charges();
    Use use = turn.use();
    add(spent, key(limits, Span.MONTH, turn.day(), use), -charges.backMicros(use, end));
    add(units, key(limits, charges.quotaPeriod(), turn.day(), use), -use.unused(end).units());
  }
}
