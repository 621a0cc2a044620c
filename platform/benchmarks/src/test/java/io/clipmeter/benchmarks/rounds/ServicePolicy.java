package io.clipmeter.benchmarks.rounds;

import io.clipmeter.benchmarks.rounds.Campaign.Clip;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule as the earnings service has it, applied to a campaign round by round. The service shows
 * its classes to nobody, so they are found by name.
 */
final class ServicePolicy {
  private static final String HOME = "io.clipmeter.earnings.";

  private final Campaign campaign;
  private final Map<UUID, Long> high = new HashMap<>();
  private final Map<UUID, Long> accrued = new HashMap<>();
  private final Map<UUID, Object> segments = new HashMap<>();
  private long spent;

  ServicePolicy(Campaign campaign) {
    this.campaign = campaign;
    campaign.clips().forEach(clip -> high.put(clip.id(), clip.baseline()));
    campaign.clips().forEach(clip -> accrued.put(clip.id(), 0L));
  }

  /** What each clip has earned when all rounds are settled. */
  Map<UUID, Long> settleAll() throws ReflectiveOperationException {
    for (Round round : campaign.rounds()) {
      settle(round);
    }
    return accrued;
  }

  private void settle(Round round) throws ReflectiveOperationException {
    List<Object> readings = new ArrayList<>();
    for (int i = 0; i < round.views().size(); i++) {
      readings.add(reading(campaign.clips().get(i), round.views().get(i)));
    }
    Object answer = decide(readings);
    if (answer.getClass().getSimpleName().equals("Paid")) {
      for (Object share : (List<?>) get(answer, "shares")) {
        pay(share);
      }
    }
  }

  private void pay(Object share) throws ReflectiveOperationException {
    Object reading = get(share, "clip");
    UUID clip = (UUID) get(reading, "clipId");
    high.put(clip, (long) get(reading, "viewsAfter"));
    segments.put(clip, get(share, "after"));
    accrued.merge(clip, (long) get(share, "micros"), Math::addExact);
    spent += (long) get(share, "micros");
  }

  private Object reading(Clip clip, long views) throws ReflectiveOperationException {
    Object segment = segments.get(clip.id());
    return make(
        "round.ClipReading",
        clip.id(),
        clip.clipperId(),
        clip.baseline(),
        high.get(clip.id()),
        accrued.get(clip.id()),
        segment == null ? make("terms.Segment", clip.baseline(), 0L, 0L, null) : segment,
        make("round.ClipReading$Read", views, false, Story.NOW, "APIFY"));
  }

  private Object decide(List<Object> readings) throws ReflectiveOperationException {
    Money budget = Money.ofMicros(campaign.budgetMicros(), "USD");
    boolean over = spent == campaign.budgetMicros();
    Object terms =
        make(
            "terms.Terms",
            1L,
            Cpm.ofMicros(campaign.cpmMicros(), "USD"),
            Optional.empty(),
            0L,
            budget,
            0,
            Story.NOW);
    Object state =
        make(
            "terms.Campaign",
            campaign.id(),
            1L,
            budget,
            Money.ofMicros(spent, "USD"),
            0,
            null,
            over ? CompletionReason.BUDGET_SPENT : null,
            over ? Story.NOW : null);
    Object history = make("terms.TermsHistory", List.of(terms));
    Object question = make("settlement.Question", state, terms, history, readings, 0);
    Method decide =
        Stream.of(Class.forName(HOME + "settlement.SettlementPolicy").getDeclaredMethods())
            .filter(method -> method.getName().equals("decide"))
            .findFirst()
            .orElseThrow();
    decide.setAccessible(true);
    return decide.invoke(null, question);
  }

  private static Object make(String record, @Nullable Object... values)
      throws ReflectiveOperationException {
    Constructor<?> constructor = Class.forName(HOME + record).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object get(Object record, String component) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(component);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }
}
