package io.clipmeter.tracking.source.order;

import io.clipmeter.tracking.source.ViewSource;
import io.clipmeter.tracking.source.batch.QuickRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Providers in their usual order, without a service around them. */
public final class ViewSourcesFixture {
  private ViewSourcesFixture() {}

  public static ViewSources of(Clock clock, ViewSource... sources) {
    return new ViewSources(
        List.of(sources),
        new SourceSettings(Map.of(), Map.of()),
        QuickRuns.at(clock),
        doubts(new FakeGoneWatch(), new SimpleMeterRegistry(), clock),
        new SimpleMeterRegistry(),
        clock);
  }

  static GoneDoubts doubts(GoneWatch watch, MeterRegistry meters, Clock clock) {
    GoneWitnesses witnesses = new GoneWitnesses(new WitnessSettings(Duration.ofMillis(500)), clock);
    return new GoneDoubts(watch, witnesses, meters, clock);
  }
}
