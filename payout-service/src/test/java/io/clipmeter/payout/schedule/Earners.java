package io.clipmeter.payout.schedule;

import io.clipmeter.events.Amount;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import io.clipmeter.payout.earning.EarningDoor;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationContext;

/** What the earnings service tells of some clippers, some of it again and again. */
final class Earners {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = AT.plus(Duration.ofDays(7));
  private final EarningDoor door;
  private final RandomGenerator random;
  private final List<Event> said = new ArrayList<>();

  Earners(ApplicationContext service, RandomGenerator random) {
    this.door = new EarningDoor(service);
    this.random = random;
  }

  /** One poll, with at most one new fact of each clipper; what it means on paper. */
  Runnable tell(List<Purse> purses) {
    List<Event> events = new ArrayList<>();
    List<Runnable> onPaper = new ArrayList<>();
    for (Purse purse : purses) {
      Event event = fact(purse, onPaper);
      events.add(event);
      if (random.nextInt(4) == 0) {
        events.add(event);
      }
      if (!said.isEmpty() && random.nextInt(3) == 0) {
        events.add(said.get(random.nextInt(said.size())));
      }
    }
    door.tell(events);
    return () -> {
      onPaper.forEach(Runnable::run);
      said.addAll(events);
    };
  }

  private Event fact(Purse purse, List<Runnable> onPaper) {
    long free = purse.earned.subtract(purse.held).longValueExact();
    UUID first = purse.holds.keySet().stream().findFirst().orElse(null);
    int which = random.nextInt(8);
    if (which == 0 && free > 0) {
      return held(purse, random.nextLong(1, free + 1), onPaper);
    }
    if (which == 1 && first != null) {
      BigInteger amount = purse.holds.getOrDefault(first, BigInteger.ZERO);
      onPaper.add(
          () -> {
            purse.holds.remove(first);
            purse.held = purse.held.subtract(amount);
          });
      return new EarningsReleased(first, first, first, purse.clipper, amount(amount), AT);
    }
    if (which == 2 && free > 0) {
      return adjusted(purse, -random.nextLong(1, free + 1), onPaper);
    }
    return which == 3
        ? adjusted(purse, random.nextLong(1, 9_000_000), onPaper)
        : accrued(purse, random.nextLong(1, 90_000_000), onPaper);
  }

  private Event accrued(Purse purse, long micros, List<Runnable> onPaper) {
    UUID id = UUID.randomUUID();
    boolean waits = random.nextInt(4) == 0;
    BigInteger amount = BigInteger.valueOf(micros);
    onPaper.add(
        () -> {
          purse.earned = purse.earned.add(amount);
          if (waits) {
            purse.held = purse.held.add(amount);
            purse.pending.put(id, amount);
          }
        });
    Amount worth = amount(amount);
    Instant payableAt = waits ? LATER : null;
    return new EarningsAccrued(
        id, id, id, purse.clipper, id, worth, worth, 0, 1, worth, false, AT, payableAt);
  }

  private static Event adjusted(Purse purse, long micros, List<Runnable> onPaper) {
    UUID id = UUID.randomUUID();
    BigInteger amount = BigInteger.valueOf(micros);
    onPaper.add(() -> purse.earned = purse.earned.add(amount));
    Amount by = amount(amount);
    return new EarningsAdjusted(id, id, id, purse.clipper, by, by, "a reason", AT);
  }

  private static Event held(Purse purse, long micros, List<Runnable> onPaper) {
    UUID id = UUID.randomUUID();
    BigInteger amount = BigInteger.valueOf(micros);
    onPaper.add(
        () -> {
          purse.holds.put(id, amount);
          purse.held = purse.held.add(amount);
        });
    return new EarningsHeld(id, id, id, purse.clipper, amount(amount), "a reason", null, AT);
  }

  private static Amount amount(BigInteger micros) {
    return Amount.of(Money.ofMicros(micros.longValueExact(), "USD"));
  }

  /** What waited has waited long enough. */
  Runnable mature(List<Purse> purses) {
    door.mature(LATER);
    return () ->
        purses.forEach(
            purse -> {
              BigInteger sum =
                  purse.pending.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
              purse.held = purse.held.subtract(sum);
              purse.pending.clear();
            });
  }
}
