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
  private static final int MOST_OF_ONE = 4;
  private final EarningDoor door;
  private final RandomGenerator random;
  private final List<Event> said = new ArrayList<>();
  private long second;

  Earners(ApplicationContext service, RandomGenerator random) {
    this.door = new EarningDoor(service);
    this.random = random;
  }

  /** One poll, mostly with several facts of each clipper; what they mean on paper, one by one. */
  Runnable tell(List<Purse> purses) {
    List<Event> events = new ArrayList<>();
    List<Runnable> onPaper = new ArrayList<>();
    for (Purse purse : purses) {
      // What a fact can be depends on those before it, and the poll may be rolled back.
      Purse draft = purse.draft();
      for (int facts = random.nextInt(1, MOST_OF_ONE + 1); facts > 0; facts--) {
        tell(draft, events);
      }
      onPaper.add(() -> purse.becomes(draft));
    }
    door.tell(events);
    return () -> {
      onPaper.forEach(Runnable::run);
      said.addAll(events);
    };
  }

  private void tell(Purse draft, List<Event> events) {
    List<Event> facts = fact(draft);
    events.addAll(facts);
    if (random.nextInt(4) == 0) {
      events.addAll(facts);
    }
    if (!said.isEmpty() && random.nextInt(3) == 0) {
      events.add(said.get(random.nextInt(said.size())));
    }
  }

  private List<Event> fact(Purse purse) {
    Instant at = AT.plusSeconds(second++);
    long free = Math.max(0, purse.unheld().longValueExact());
    UUID first = purse.holds.keySet().stream().findFirst().orElse(null);
    int which = random.nextInt(9);
    if (which == 0 && free > 0) {
      return List.of(held(purse, random.nextLong(1, free + 1), at));
    }
    if (which == 1 && first != null) {
      Event end = released(purse, first, at);
      purse.releases(first);
      return List.of(end);
    }
    if (which == 2 && first != null) {
      Event back = adjustment(purse, purse.amountOf(first).negate(), at);
      Event end = released(purse, first, at);
      purse.confiscates(first);
      return random.nextBoolean() ? List.of(back, end) : List.of(end, back);
    }
    if (which == 3 && free > 0) {
      BigInteger amount = BigInteger.valueOf(random.nextLong(1, free + 1));
      purse.takesBack(amount);
      return List.of(adjustment(purse, amount.negate(), at));
    }
    if (which == 4) {
      BigInteger amount = BigInteger.valueOf(random.nextLong(1, 9_000_000));
      purse.earned = purse.earned.add(amount);
      return List.of(adjustment(purse, amount, at));
    }
    return List.of(accrued(purse, random.nextLong(1, 90_000_000), at));
  }

  private Event accrued(Purse purse, long micros, Instant at) {
    UUID id = UUID.randomUUID();
    boolean waits = random.nextInt(4) == 0;
    BigInteger amount = BigInteger.valueOf(micros);
    purse.earned = purse.earned.add(amount);
    if (waits) {
      purse.held = purse.held.add(amount);
      purse.waits = purse.waits.add(amount);
    }
    Amount worth = amount(amount);
    Instant payableAt = waits ? LATER : null;
    return new EarningsAccrued(
        id, id, purse.clip, purse.clipper, id, worth, worth, 0, 1, worth, false, at, payableAt);
  }

  private static Event adjustment(Purse purse, BigInteger amount, Instant at) {
    UUID id = UUID.randomUUID();
    Amount by = amount(amount);
    return new EarningsAdjusted(id, id, purse.clip, purse.clipper, by, by, "a reason", at);
  }

  private static Event released(Purse purse, UUID hold, Instant at) {
    Amount amount = amount(purse.amountOf(hold));
    return new EarningsReleased(hold, hold, purse.clip, purse.clipper, amount, at);
  }

  private static Event held(Purse purse, long micros, Instant at) {
    UUID id = UUID.randomUUID();
    BigInteger amount = BigInteger.valueOf(micros);
    purse.holds(id, amount);
    return new EarningsHeld(
        id, id, purse.clip, purse.clipper, amount(amount), "a reason", null, at);
  }

  private static Amount amount(BigInteger micros) {
    return Amount.of(Money.ofMicros(micros.longValueExact(), "USD"));
  }

  /** What waited has waited long enough. */
  Runnable mature(List<Purse> purses) {
    door.mature(LATER);
    return () -> purses.forEach(Purse::matures);
  }
}
