package io.clipmeter.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.kills.Feed.Sending;
import io.clipmeter.benchmarks.kills.Step.Victim;
import io.clipmeter.events.Event;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.testing.Trials;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final int ROUNDS = 8;

  @Test
  void everyReadingIsSaidAndWhatIsSaidAgainHasTheSameId() {
    Trials.of(20)
        .check(
            random -> {
              Model model = Model.random(random.nextLong(), 2_000, ROUNDS);
              Map<UUID, Event> byId = new HashMap<>();
              long all = 0;
              for (Sending sending : all(model, random.nextLong())) {
                assertThat(byId.merge(sending.id(), sending.event(), (a, b) -> a))
                    .isEqualTo(sending.event());
                all++;
              }
              long campaigns = model.work().campaigns().size();
              long once = model.work().observations() + campaigns * ROUNDS;
              assertThat(byId).hasSize((int) once);
              assertThat(new HashSet<>(byId.values())).hasSize((int) once);
              assertThat(all - once).isBetween(once / 40, once / 10);
            });
  }

  @Test
  void aRoundIsToldWithTheLastOfIt() {
    Model model = Model.random(5, 2_000, ROUNDS);
    Map<UUID, Set<UUID>> heard = new HashMap<>();
    int clips = model.work().campaigns().getFirst().campaign().clips().size();
    int told = 0;
    for (Sending sending : all(model, 6)) {
      Set<UUID> ids = heard.computeIfAbsent(round(sending.event()), r -> new HashSet<>());
      ids.add(sending.id());
      if (sending.last()) {
        assertThat(ids).hasSize(clips + 1);
        told++;
      }
    }
    assertThat(told).isEqualTo(model.work().campaigns().size() * ROUNDS);
  }

  @Test
  void allVictimsAreKilledAlikeAndEveryThirdKillIsFollowedByAStop() {
    Trials.of(50)
        .check(
            random -> {
              List<Step> steps = Step.deal(new Random(random.nextLong()), 12, 2);
              Map<Victim, Integer> times = new EnumMap<>(Victim.class);
              steps.forEach(step -> times.merge(step.victim(), 1, Integer::sum));
              assertThat(times)
                  .isEqualTo(Map.of(Victim.EARNINGS, 4, Victim.PAYOUT, 4, Victim.BROKER, 4));
              assertThat(steps.stream().filter(step -> step.stopped() != null)).hasSize(4);
              assertThat(steps).extracting(Step::stopped).doesNotContain(Victim.BROKER);
            });
  }

  @Test
  void theModelsAccrualsComeToTheClippersBalances() {
    Model model = Model.random(9, 2_000, ROUNDS);

    assertThat(sum(model.accruals())).isEqualTo(sum(model.balances()));
    assertThat(model.balances().values()).allMatch(micros -> micros > 0);
  }

  private static long sum(Map<?, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<Sending> all(Model model, long seed) {
    Feed feed = new Feed(model.work(), new Random(seed));
    List<Sending> all = new ArrayList<>();
    for (int i = 0; i < ROUNDS / 2; i++) {
      all.addAll(feed.next(2));
    }
    return all;
  }

  private static UUID round(Event event) {
    return switch (event) {
      case ViewsObserved observed -> observed.roundId();
      case RoundClosed closed -> closed.roundId();
      default -> throw new IllegalArgumentException(event.toString());
    };
  }
}
