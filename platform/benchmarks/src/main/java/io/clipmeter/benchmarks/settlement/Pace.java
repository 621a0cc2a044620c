package io.clipmeter.benchmarks.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clipmeter.benchmarks.measure.Millis;
import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.benchmarks.rounds.PublishedEarnings;
import io.clipmeter.benchmarks.rounds.Story;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.benchmarks.service.EarningsService;
import io.clipmeter.benchmarks.service.EventWriter;
import io.clipmeter.benchmarks.service.TopicReader;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EventType;
import io.clipmeter.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.json.JsonMapper;

/** Readings that come evenly, and somebody who waits for what they earn. */
final class Pace {
  private final JsonMapper json = new JsonMapper();
  private final Map<UUID, Sent> lastReadings = new ConcurrentHashMap<>();
  private final List<Double> millis = new ArrayList<>();
  private final EarningsService service;
  private final String kafka;
  private final StartLine line;
  private volatile boolean over;

  /**
   * When the last reading of a round was handed to the producer.
   *
   * @param nanos as {@link System#nanoTime()} has it
   */
  private record Sent(boolean counts, long nanos) {}

  /**
   * What was seen.
   *
   * @param run all of it, with what was spent
   */
  record Outcome(Millis millis, Run run) {}

  Pace(EarningsService service, String kafka, StartLine line) {
    this.service = service;
    this.kafka = kafka;
    this.line = line;
  }

  /**
   * Sends all rounds, one campaign's after another's, and hears all earnings.
   *
   * @param notCounted how many rounds warm up
   */
  Outcome run(Workload work, int perSecond, int notCounted) throws Exception {
    try (TopicReader earnings = new TopicReader(kafka, Topic.EARNINGS.topicName());
        EventWriter events = EventWriter.prompt(kafka, Story.NOW.toString());
        ExecutorService listener = Executors.newSingleThreadExecutor()) {
      Map<TopicPartition, Long> from = earnings.ends();
      Stopwatch watch = line.start();
      Future<PublishedEarnings> heard = listener.submit(() -> listen(earnings, from, work));
      try {
        send(work, events, perSecond, notCounted);
        events.flush();
        service.await("all earnings were heard", heard::isDone);
      } finally {
        over = true;
      }
      Run run = watch.stop(work.observations());
      heard.get().prove();
      return new Outcome(Millis.of(millis), run);
    }
  }

  private void send(Workload work, EventWriter events, int perSecond, int notCounted) {
    long each = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long next = System.nanoTime();
    int sent = 0;
    for (int number = 0; number < work.rounds(); number++) {
      for (var expected : work.campaigns()) {
        Campaign campaign = expected.campaign();
        Round round = campaign.rounds().get(number);
        int last = campaign.clips().size() - 1;
        for (int clip = 0; clip <= last; clip++) {
          awaitTime(next);
          next += each;
          if (clip == last) {
            lastReadings.put(round.id(), new Sent(sent >= notCounted, System.nanoTime()));
          }
          events.send(Story.observed(campaign, round, clip));
        }
        events.send(Story.closed(campaign, round));
        sent++;
      }
    }
  }

  private static void awaitTime(long time) {
    long left = time - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = time - System.nanoTime();
    }
  }

  private PublishedEarnings listen(
      TopicReader earnings, Map<TopicPartition, Long> from, Workload work) {
    PublishedEarnings published = new PublishedEarnings(work);
    earnings.follow(from);
    long seen = 0;
    while (seen < published.expected() && !over) {
      for (ConsumerRecord<byte[], byte[]> record : earnings.next()) {
        note(record, System.nanoTime());
        published.add(record);
        seen++;
      }
    }
    return published;
  }

  private void note(ConsumerRecord<byte[], byte[]> record, long now) {
    String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    if (type.equals(EventType.EARNINGS_ACCRUED.ceType())) {
      Sent sent = lastReadings.get(json.readValue(record.value(), EarningsAccrued.class).roundId());
      if (sent != null && sent.counts()) {
        millis.add((now - sent.nanos()) / (double) TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
  }
}
