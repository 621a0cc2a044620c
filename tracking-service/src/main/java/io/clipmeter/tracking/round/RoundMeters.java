package io.clipmeter.tracking.round;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts rounds and readings. */
@Component
class RoundMeters {
  private final MeterRegistry registry;
  private final Counter claimed;
  private final Counter resumed;
  private final Counter closed;
  private final Counter fenced;

  RoundMeters(MeterRegistry registry, Rounds rounds) {
    this.registry = registry;
    this.claimed = counter("clipmeter.tracking.rounds.claimed", "Rounds begun");
    this.resumed =
        counter("clipmeter.tracking.rounds.resumed", "Rounds taken over from a reader gone silent");
    this.closed = counter("clipmeter.tracking.rounds.closed", "Rounds read to their end");
    this.fenced =
        counter("clipmeter.tracking.rounds.fenced", "Chunks refused because the round was lost");
    Gauge.builder("clipmeter.tracking.rounds.open", rounds, Rounds::countOpen)
        .description("Rounds that are being read, in all instances")
        .register(registry);
  }

  void claimed() {
    claimed.increment();
  }

  void resumed() {
    resumed.increment();
  }

  void closed() {
    closed.increment();
  }

  void fencedOff() {
    fenced.increment();
  }

  void read(Source source, List<Judged> judged) {
    Map<ReadingOutcome, Long> byOutcome =
        judged.stream().collect(Collectors.groupingBy(Judged::outcome, Collectors.counting()));
    byOutcome.forEach(
        (outcome, count) ->
            Counter.builder("clipmeter.tracking.readings")
                .description("Readings of clips in rounds")
                .tag("source", source.name())
                .tag("outcome", outcome.name())
                .register(registry)
                .increment(count));
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
