package io.clipmeter.earnings.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.earnings.gathering.OpenRounds.Place;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.testing.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Random topics, read by a consumer that dies at any moment, before and after it commits. Nothing
 * may be lost: a stored offset that is too high is the one fault that no sum of the books shows.
 */
class WatermarkTrialsTest {
  private static final TopicPartition READINGS = new TopicPartition("readings", 0);
  private static final TopicPartition ROUNDS = new TopicPartition("rounds", 0);

  @Test
  void everyRoundIsSettledWithAllOfItsReadingsThoughTheConsumerDies() {
    Trials.of(3_000).check(WatermarkTrialsTest::trial);
  }

  private static void trial(RandomGenerator random) {
    Topics topics = Topics.of(random);
    Tables tables = new Tables();
    SettableClock clock = SettableClock.at("2026-01-01T00:00:00Z");
    GatheringSettings settings =
        OpenRoundsTest.settings(random.nextInt(2, 9), random.nextInt(2, 30));
    int lives = random.nextInt(0, 6);
    for (int life = 0; life < lives; life++) {
      new Consumer(topics, tables, settings, clock, random).live(random.nextInt(1, 60));
    }
    new Consumer(topics, tables, settings, clock, random).live(Integer.MAX_VALUE);

    assertThat(tables.complete(topics)).isEqualTo(topics.closed.size());
    assertThat(tables.settled)
        .allSatisfy((round, clips) -> assertThat(clips).isEqualTo(topics.clipsOf(round)));
    assertThat(tables.next).isEqualTo(topics.ends());
  }

  /** Two topics of one partition each. */
  private record Topics(List<Reading> readings, List<RoundClosed> closed) {

    /** Rounds follow each other in each campaign, and what several campaigns say is mixed. */
    static Topics of(RandomGenerator random) {
      List<List<Reading>> chains = new ArrayList<>();
      List<List<RoundClosed>> closings = new ArrayList<>();
      int campaigns = random.nextInt(1, 5);
      for (int campaign = 0; campaign < campaigns; campaign++) {
        Feed feed = new Feed(new UUID(0, campaign + 1));
        List<Reading> chain = new ArrayList<>();
        List<RoundClosed> closing = new ArrayList<>();
        int rounds = random.nextInt(0, 6);
        for (int number = 1; number <= rounds; number++) {
          int clips = random.nextInt(1, 12);
          for (int clip = 0; clip < clips; clip++) {
            chain.add(feed.reading(number, clip));
            if (random.nextInt(10) == 0) {
              chain.add(chain.get(random.nextInt(chain.size())));
            }
          }
          closing.add(feed.closed(number, clips));
        }
        chains.add(chain);
        closings.add(closing);
      }
      return new Topics(mixed(chains, random), mixed(closings, random));
    }

    private static <T> List<T> mixed(List<List<T>> chains, RandomGenerator random) {
      List<List<T>> rest = new ArrayList<>();
      chains.stream()
          .filter(chain -> !chain.isEmpty())
          .forEach(chain -> rest.add(new ArrayList<>(chain)));
      List<T> mixed = new ArrayList<>();
      while (!rest.isEmpty()) {
        List<T> chain = rest.get(random.nextInt(rest.size()));
        mixed.add(chain.removeFirst());
        rest.removeIf(List::isEmpty);
      }
      return mixed;
    }

    Set<UUID> clipsOf(UUID round) {
      Set<UUID> clips = new HashSet<>();
      readings.stream().filter(r -> r.roundId().equals(round)).forEach(r -> clips.add(r.clipId()));
      return clips;
    }

    Map<TopicPartition, Long> ends() {
      return Map.of(READINGS, (long) readings.size(), ROUNDS, (long) closed.size());
    }
  }

  /** What is committed: as the service's tables, which know what is settled and what is kept. */
  private static final class Tables {
    private final Map<UUID, Set<UUID>> settled = new HashMap<>();
    private final Map<UUID, Set<UUID>> kept = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>(Map.of(READINGS, 0L, ROUNDS, 0L));

    void commit(Work work, Map<TopicPartition, Long> offsets) {
      work.whole().forEach(chain -> chain.forEach(this::settle));
      work.kept().stream()
          .filter(round -> !settled.containsKey(round.id()))
          .forEach(
              round ->
                  kept.computeIfAbsent(round.id(), id -> new HashSet<>()).addAll(clips(round)));
      offsets.forEach((part, at) -> next.merge(part, at, Math::max));
    }

    private void settle(OpenRound round) {
      if (!settled.containsKey(round.id())) {
        Set<UUID> clips = clips(round);
        clips.addAll(kept.getOrDefault(round.id(), Set.of()));
        settled.put(round.id(), clips);
      }
    }

    private static Set<UUID> clips(OpenRound round) {
      Set<UUID> clips = new HashSet<>();
      round.readings().forEach(reading -> clips.add(reading.clipId()));
      return clips;
    }

    /** Rounds that are settled or lie in the tables with all of their readings. */
    long complete(Topics topics) {
      return topics.closed.stream()
          .map(RoundClosed::roundId)
          .filter(
              round ->
                  settled.containsKey(round)
                      || kept.getOrDefault(round, Set.of()).equals(topics.clipsOf(round)))
          .count();
    }
  }

  private static final class Consumer {
    private final Topics topics;
    private final Tables tables;
    private final SettableClock clock;
    private final RandomGenerator random;
    private final OpenRounds open;
    private final Map<TopicPartition, Long> position;

    Consumer(
        Topics topics,
        Tables tables,
        GatheringSettings settings,
        SettableClock clock,
        RandomGenerator random) {
      this.topics = topics;
      this.tables = tables;
      this.clock = clock;
      this.random = random;
      this.open = new OpenRounds(settings, clock);
      this.position = new HashMap<>(tables.next);
    }

    /** Reads and commits until it dies, or has read and stored everything and nothing is open. */
    void live(int steps) {
      for (int step = 0; step < steps && !over(); step++) {
        poll();
        clock.advance(Duration.ofSeconds(random.nextInt(atEnd() ? 70 : 5)));
        Work work = open.work(atEnd());
        if (random.nextInt(20) > 0) {
          tables.commit(work, stored(work));
          open.done(work);
        }
      }
    }

    private boolean over() {
      return atEnd() && open.size() == 0 && tables.next.equals(position);
    }

    private boolean atEnd() {
      return position.equals(topics.ends());
    }

    private void poll() {
      for (int record = random.nextInt(8); record > 0; record--) {
        if (random.nextBoolean()) {
          read(READINGS, topics.readings, open::add);
        } else {
          read(ROUNDS, topics.closed, open::close);
        }
      }
    }

    private <T> void read(
        TopicPartition part, List<T> records, java.util.function.BiConsumer<T, Place> taker) {
      long at = position.getOrDefault(part, 0L);
      if (at < records.size()) {
        taker.accept(records.get((int) at), new Place(part, at));
        position.put(part, at + 1);
      }
    }

    private Map<TopicPartition, Long> stored(Work work) {
      Map<TopicPartition, Long> stored = new HashMap<>(position);
      open.neededBeside(work).forEach((part, at) -> stored.merge(part, at, Math::min));
      return stored;
    }
  }
}
