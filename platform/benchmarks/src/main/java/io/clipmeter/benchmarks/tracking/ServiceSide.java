package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.measure.Usage;
import io.clipmeter.benchmarks.service.TopicReader;
import io.clipmeter.benchmarks.service.TrackingService;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tracking service itself, from the claim of the first round to the end of the last: all
 * readings, days, videos and events are committed by then. How long it takes until it looks for
 * what is due is its configuration, and not counted.
 */
final class ServiceSide implements Side<Work>, AutoCloseable {
  static final String NAME = "service";

  private final TrackingService service;
  private final TrackedClips clips;
  private final SlowLine provider;
  private final StartLine line;
  private final TopicReader rounds;
  private final TopicReader views;
  private final JsonMapper json = new JsonMapper();
  private final List<Integer> calls = new ArrayList<>();
  private int mostInAMinute;

  ServiceSide(
      TrackingService service,
      TrackedClips clips,
      SlowLine provider,
      String kafka,
      StartLine line) {
    this.service = service;
    this.clips = clips;
    this.provider = provider;
    this.line = line;
    this.rounds = new TopicReader(kafka, Topic.TRACKING_ROUNDS.topicName());
    this.views = new TopicReader(kafka, Topic.VIEW_UPDATES.topicName());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Work work) throws Exception {
    UUID[] campaigns = work.campaigns();
    clips.add(work);
    provider.forget();
    Map<TopicPartition, Long> roundsBefore = rounds.ends();
    Map<TopicPartition, Long> viewsBefore = views.ends();
    service.resume();
    Stopwatch watch = line.start();
    clips.begin(campaigns);
    service.await("a round began", () -> clips.begun(campaigns));
    service.await("all rounds were closed", () -> clips.closed(campaigns));
    Usage spent = watch.stop(1).spent();
    Run run = new Run(work.size().clips(), clips.took(campaigns).toNanos(), spent);
    service.await("all was told", clips::allSent);
    clips.end(campaigns);
    service.pause();
    calls.add(provider.calls());
    mostInAMinute = Math.max(mostInAMinute, provider.callsInAnyMinute());
    provider.proveEachOnce(work.firstVideo(), work.size().clips());
    clips.prove(campaigns, work.size().clips());
    proveTold(work, roundsBefore, viewsBefore);
    return run;
  }

  private void proveTold(
      Work work, Map<TopicPartition, Long> roundsBefore, Map<TopicPartition, Long> viewsBefore) {
    List<UUID> closed = new ArrayList<>();
    rounds.readSince(
        roundsBefore,
        record -> {
          String type = new String(record.headers().lastHeader("ce_type").value());
          if (type.equals(io.clipmeter.events.EventType.ROUND_CLOSED.ceType())) {
            closed.add(json.readValue(record.value(), RoundClosed.class).campaignId());
          }
        });
    Set<UUID> each = new HashSet<>(closed);
    long told = views.countSince(viewsBefore);
    if (closed.size() != each.size()
        || !each.equals(Set.of(work.campaigns()))
        || told != work.size().clips()) {
      throw new IllegalStateException(
          "%d ends of rounds and %d readings were told".formatted(closed.size(), told));
    }
  }

  /** Calls of the provider for one turn's clips, the most of all turns. */
  int mostCalls() {
    return calls.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  int mostCallsInAMinute() {
    return mostInAMinute;
  }

  @Override
  public void close() {
    rounds.close();
    views.close();
  }
}
