package io.clipmeter.earnings.claim;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Sums up and tells what is over, again and again, and shows how old its last look is. */
@Component
class ClaimClock implements SchedulingConfigurer, MeterBinder {
  private final ClaimRunner runner;
  private final ClaimSettings settings;
  private final Clock clock;
  private volatile Instant lookedAt;

  ClaimClock(ClaimRunner runner, ClaimSettings settings, Clock clock) {
    this.runner = runner;
    this.settings = settings;
    this.clock = clock;
    this.lookedAt = clock.instant();
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(new FixedDelayTask(this::look, settings.every(), settings.every()));
  }

  void look() {
    Instant now = clock.instant();
    // Before the next sum: what was summed up last has left by now, even where events leave always.
    tellAll();
    boolean more = true;
    while (more) {
      more = runner.sumUp();
      tellAll();
    }
    lookedAt = now;
  }

  private void tellAll() {
    boolean more = true;
    while (more) {
      more = runner.tell();
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.earnings.claims.age", this, ClaimClock::age)
        .description("How long ago sums of earnings were last made and told")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("clipmeter.earnings.claims.behind", runner, r -> r.behind().toSeconds())
        .description("How far the last minute that was summed up lies back; 0 before the first")
        .baseUnit("seconds")
        .register(registry);
  }

  private double age() {
    return Duration.between(lookedAt, clock.instant()).toMillis() / 1000d;
  }
}
