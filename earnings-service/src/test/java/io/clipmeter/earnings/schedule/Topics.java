package io.clipmeter.earnings.schedule;

import io.clipmeter.earnings.gathering.FedMemory;
import io.clipmeter.events.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.TopicPartition;

/** What tracking said of some campaigns: two topics of one partition each, read by one consumer. */
final class Topics {
  private final Map<TopicPartition, List<Event>> records = new LinkedHashMap<>();
  private final Map<TopicPartition, Long> position = new HashMap<>();
  private final Map<TopicPartition, Long> stored = new HashMap<>();

  /** A round's readings in any order, its campaign's rounds in theirs, the campaigns mixed. */
  Topics(int part, List<Script> scripts, RandomGenerator random) {
    List<List<Event>> readings = new ArrayList<>();
    List<List<Event>> rounds = new ArrayList<>();
    for (Script script : scripts) {
      List<Event> said = new ArrayList<>();
      for (List<Event> round : script.readings) {
        List<Event> shuffled = new ArrayList<>(round);
        Collections.shuffle(shuffled, java.util.Random.from(random));
        said.addAll(shuffled);
      }
      readings.add(said);
      rounds.add(script.rounds);
    }
    put(new TopicPartition("readings", part), mixed(readings, random));
    put(new TopicPartition("rounds", part), mixed(rounds, random));
  }

  private void put(TopicPartition part, List<Event> events) {
    records.put(part, events);
    stored.put(part, 0L);
    position.put(part, 0L);
  }

  /** One order of all that keeps the order of each. */
  static <T> List<T> mixed(List<List<T>> chains, RandomGenerator random) {
    List<List<T>> rest = new ArrayList<>();
    for (List<T> chain : chains) {
      if (!chain.isEmpty()) {
        rest.add(new ArrayList<>(chain));
      }
    }
    List<T> mixed = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<T> chain = rest.get(random.nextInt(rest.size()));
      mixed.add(chain.removeFirst());
      if (chain.isEmpty()) {
        rest.remove(chain);
      }
    }
    return mixed;
  }

  /** Reads on, at most so much of each. */
  void read(FedMemory memory, RandomGenerator random, int most) {
    records.forEach(
        (part, events) -> {
          long from = position.get(part);
          long to = Math.min(events.size(), from + random.nextInt(most + 1));
          for (long at = from; at < to; at++) {
            memory.take(events.get((int) at), part, at);
          }
          position.put(part, to);
        });
  }

  /** What commits with the effect. */
  void store(Map<TopicPartition, Long> needed) {
    position.forEach(
        (part, at) -> stored.merge(part, Math.min(at, needed.getOrDefault(part, at)), Math::max));
  }

  /** Whoever read it is no more. */
  void rewind() {
    position.putAll(stored);
  }

  boolean allRead() {
    return records.entrySet().stream()
        .allMatch(each -> position.get(each.getKey()) == each.getValue().size());
  }

  boolean allStored() {
    return records.entrySet().stream()
        .allMatch(each -> stored.get(each.getKey()) == each.getValue().size());
  }
}
