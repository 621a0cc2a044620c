package io.clipmeter.submission.snapshot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks again and again, and shows how many campaigns miss some. */
@Component
class SnapshotClock implements SchedulingConfigurer, MeterBinder {
  private final Snapshots snapshots;
  private final SnapshotSettings settings;
  private final Clock clock;

  SnapshotClock(Snapshots snapshots, SnapshotSettings settings, Clock clock) {
    this.snapshots = snapshots;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::check, settings.every());
  }

  void check() {
    snapshots.check();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("clipmeter.submission.snapshots.missing", this, SnapshotClock::missing)
        .description("Campaigns that are over and have an approved submission not told so")
        .register(meters);
  }

  private long missing() {
    return snapshots.missing(clock.instant().minus(settings.within()));
  }
}
