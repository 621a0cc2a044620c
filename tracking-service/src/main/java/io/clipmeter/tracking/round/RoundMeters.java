package io.clipmeter.tracking.round;

import io.clipmeter.events.Platform;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.tracking.observation.Verdict;
import io.clipmeter.tracking.round.RoundClips.Judged;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.order.ViewSources;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts and times rounds, and counts readings. All of it stands at 0 from the start: a series that
 * begins with its first fault shows no rise.
 */
@Component
class RoundMeters {
  private static final Duration[] DURATIONS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1)
  };

  private final MeterRegistry registry;
  private final Counter claimed;
  private final Counter resumed;
  private final Counter closed;
  private final Counter fenced;
  private final Counter refused;
  private final Counter sponsored;
  private final Timer duration;

  RoundMeters(MeterRegistry registry, ViewSources sources) {
    this.registry = registry;
    this.claimed = counter("clipmeter.tracking.rounds.claimed", "Rounds begun");
    this.resumed =
        counter("clipmeter.tracking.rounds.resumed", "Rounds taken over from a reader gone silent");
    this.closed = counter("clipmeter.tracking.rounds.closed", "Rounds read to their end");
    this.fenced =
        counter("clipmeter.tracking.rounds.fenced", "Chunks refused because the round was lost");
    this.refused =
        counter(
            "clipmeter.tracking.readings.refused",
            "Readings that the database refused to keep, and that count as UNKNOWN");
    this.sponsored =
        counter(
            "clipmeter.tracking.views.sponsored",
            "Views gained by clips whose provider calls the video an advertisement or paid for");
    this.duration =
        Timer.builder("clipmeter.tracking.rounds.duration")
            .description("From a round's claim to its close, all its readers together")
            .serviceLevelObjectives(DURATIONS)
            .register(registry);
    for (Platform platform : Platform.values()) {
      for (ReadingOutcome outcome : ReadingOutcome.values()) {
        sources.namesOf(platform).forEach(source -> readings(platform, source, outcome));
      }
    }
  }

  void claimed() {
    claimed.increment();
  }

  void resumed() {
    resumed.increment();
  }

  void closed(Instant claimedAt, Instant closedAt) {
    closed.increment();
    duration.record(Duration.between(claimedAt, closedAt));
  }

  void fencedOff() {
    fenced.increment();
  }

  void refused() {
    refused.increment();
  }

  void read(List<Judged> judged) {
    judged.forEach(
        j ->
            readings(j.clip().video().key().platform(), j.answer().source(), j.outcome())
                .increment());
    sponsored.increment(judged.stream().mapToLong(RoundMeters::gainedByAds).sum());
  }

  /** A fall counts for nothing here, nor what comes back after it, as in money. */
  private static long gainedByAds(Judged judged) {
    Long views = judged.views();
    return views != null
            && judged.verdict() instanceof Verdict.Observed(var counts, VideoFacts facts)
            && Boolean.TRUE.equals(facts.sponsored())
        ? Math.max(0, views - judged.clip().highestViews())
        : 0;
  }

  private Counter readings(Platform platform, Source source, ReadingOutcome outcome) {
    return Counter.builder("clipmeter.tracking.readings")
        .description("Readings of clips in rounds")
        .tag("platform", platform.name())
        .tag("source", source.name())
        .tag("outcome", outcome.name())
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
