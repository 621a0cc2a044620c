package io.clipmeter.analytics.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.analytics.Said;
import io.clipmeter.analytics.ServiceTest;
import io.clipmeter.analytics.Tables;
import io.clipmeter.events.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables depend on what was said, not on the order, the batches or the threads it came in. */
@ServiceTest
class AnyOrderIT {
  private static final int CLIPS = 12;
  private static final int ROUNDS = 6;

  @Autowired Clips clips;
  @Autowired JdbcClient jdbc;

  @Test
  void everyOrderAndEveryCutGivesTheSameTables() {
    Tables tables = new Tables(jdbc);
    for (long seed = 1; seed <= 8; seed++) {
      Random random = new Random(seed);
      List<ClipFacts> facts = facts("order-" + seed, random);
      forget();
      learn(facts, random);
      Map<String, String> first = tables.all();
      for (int again = 0; again < 4; again++) {
        forget();
        Collections.shuffle(facts, random);
        learn(facts, random);
        assertThat(tables.all()).as("seed %d", seed).isEqualTo(first);
      }
      assertThat(tables.sumsThatDiffer()).isEmpty();
    }
  }

  @Test
  void threadsThatTellOfTheSameClipsLoseNothing() throws Exception {
    Random random = new Random(99);
    List<ClipFacts> facts = facts("threads", random);
    forget();
    learn(facts, random);
    Map<String, String> alone = new Tables(jdbc).all();
    forget();
    List<Callable<Void>> tellers = new ArrayList<>();
    for (int teller = 0; teller < 6; teller++) {
      Random own = new Random(teller);
      List<ClipFacts> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, own);
      tellers.add(
          () -> {
            learn(shuffled, own);
            return null;
          });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> told : threads.invokeAll(tellers)) {
        told.get();
      }
    }
    assertThat(new Tables(jdbc).all()).isEqualTo(alone);
    assertThat(new Tables(jdbc).sumsThatDiffer()).isEmpty();
  }

  private void forget() {
    jdbc.sql("TRUNCATE clip, clipper_campaign").update();
  }

  private void learn(List<ClipFacts> facts, Random random) {
    int from = 0;
    while (from < facts.size()) {
      int to = Math.min(facts.size(), from + 1 + random.nextInt(20));
      clips.learn(facts.subList(from, to));
      from = to;
    }
  }

  private static List<ClipFacts> facts(String name, Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      Said clip = Said.of(name + "-" + i % 3);
      events.add(clip.received());
      if (i % 4 == 0) {
        events.add(i % 8 == 0 ? clip.rejected() : clip.withdrawn());
        continue;
      }
      events.add(clip.approved(random.nextInt(1000)));
      long earned = 0;
      for (int round = 1; round <= ROUNDS; round++) {
        events.add(clip.views(random.nextInt(100_000), round));
        events.add(clip.views(random.nextInt(100_000), round));
        earned += random.nextInt(1_000_000);
        events.add(clip.accrued("0.%06d".formatted(earned % 1_000_000), round));
      }
      events.add(clip.finalized("1.00"));
    }
    events.addAll(events.subList(0, events.size() / 3));
    return new ArrayList<>(
        events.stream().map(ClipEvents::facts).flatMap(Optional::stream).toList());
  }
}
