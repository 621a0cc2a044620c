package io.clipmeter.tracking.source.batch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** Shared runs that wait for nobody. */
public final class QuickRuns {
  private QuickRuns() {}

  public static SharedRuns at(Clock clock) {
    return new SharedRuns(
        new BatchSettings(Duration.ofMillis(1), Duration.ofMillis(1)),
        new SimpleMeterRegistry(),
        clock);
  }
}
