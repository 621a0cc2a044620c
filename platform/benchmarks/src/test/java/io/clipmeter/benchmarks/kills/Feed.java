package io.clipmeter.benchmarks.kills;

import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.events.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What tracking says of the work, in the disorder that a broker and a producer who tries again may
 * make of it: campaigns mixed, readings of a round in any order, its closing before them, and one
 * event in twenty said twice, some of them when the round is long over.
 */
final class Feed {
  private static final int TWICE_OF = 20;
  private static final int SHUFFLED_OF = 5;
  private static final int CLOSED_EARLY_OF = 10;

  /**
   * One record.
   *
   * @param id the same where the same is said again
   * @param last whether its round is told with it: what follows of it is said again
   */
  record Sending(Event event, UUID id, boolean last) {}

  private final Workload work;
  private final Random random;
  private List<Sending> late = new ArrayList<>();
  private int round;

  Feed(Workload work, Random random) {
    this.work = work;
    this.random = random;
  }

  /** So many more rounds of each campaign, one after the other. */
  List<Sending> next(int rounds) {
    List<Sending> sendings = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      sendings.addAll(next());
    }
    if (round == work.rounds()) {
      sendings.addAll(late);
      late = new ArrayList<>();
    }
    return sendings;
  }

  private List<Sending> next() {
    List<Deque<Sending>> queues = new ArrayList<>();
    queues.add(new ArrayDeque<>(late));
    late = new ArrayList<>();
    for (Expected expected : work.campaigns()) {
      queues.add(new ArrayDeque<>(told(expected.campaign())));
    }
    round++;
    return merged(queues);
  }

  private List<Sending> merged(List<Deque<Sending>> queues) {
    List<Sending> merged = new ArrayList<>();
    queues.removeIf(Deque::isEmpty);
    while (!queues.isEmpty()) {
      Deque<Sending> queue = queues.get(random.nextInt(queues.size()));
      merged.add(queue.remove());
      if (queue.isEmpty()) {
        queues.remove(queue);
      }
    }
    return merged;
  }

  /** The round of a campaign. */
  private List<Sending> told(Campaign campaign) {
    Round now = campaign.rounds().get(round);
    List<Event> events = new ArrayList<>();
    IntStream.range(0, campaign.clips().size())
        .forEach(clip -> events.add(Story.observed(campaign, now, clip)));
    if (random.nextInt(SHUFFLED_OF) == 0) {
      Collections.shuffle(events, random);
    }
    boolean early = random.nextInt(CLOSED_EARLY_OF) == 0;
    events.add(early ? random.nextInt(events.size()) : events.size(), Story.closed(campaign, now));
    List<Sending> once = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      once.add(new Sending(events.get(i), id, i == events.size() - 1));
    }
    return withRepetitions(once);
  }

  private List<Sending> withRepetitions(List<Sending> once) {
    List<Sending> all = new ArrayList<>(once);
    for (Sending sending : once) {
      if (random.nextInt(TWICE_OF) == 0) {
        Sending again = new Sending(sending.event(), sending.id(), false);
        int behind = all.indexOf(sending) + 1;
        if (random.nextBoolean()) {
          late.add(again);
        } else {
          all.add(random.nextInt(behind, all.size() + 1), again);
        }
      }
    }
    return all;
  }
}
