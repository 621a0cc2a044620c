package io.clipmeter.payout.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks for minutes that nobody states, and shows how many differences stand. */
@Component
class ReconciliationWatch implements SchedulingConfigurer, MeterBinder {
  private static final Logger LOG = LoggerFactory.getLogger(ReconciliationWatch.class);

  private record Seen(long open, Optional<Instant> oldestUnstated, Instant at) {}

  private final Discrepancies discrepancies;
  private final EarningMinutes minutes;
  private final ReconciliationSettings settings;
  private final Clock clock;
  private volatile Seen seen;

  ReconciliationWatch(
      Discrepancies discrepancies,
      EarningMinutes minutes,
      ReconciliationSettings settings,
      Clock clock) {
    this.discrepancies = discrepancies;
    this.minutes = minutes;
    this.settings = settings;
    this.clock = clock;
    this.seen = new Seen(0, Optional.empty(), clock.instant());
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, settings.every());
  }

  void look() {
    Instant now = clock.instant();
    int leftOut = discrepancies.leftOut(settings.patience(), now);
    if (leftOut > 0) {
      LOG.error("{} minutes of earnings are posted here and stated by nobody", leftOut);
    }
    seen = new Seen(discrepancies.open(), minutes.oldestUnstated(), now);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.payout.discrepancies", () -> seen.open())
        .description("Minutes of earnings that differ from what is stated: must be 0")
        .register(registry);
    Gauge.builder("clipmeter.payout.unstated.age", () -> age(seen.oldestUnstated()))
        .description("For how long the oldest posted minute waits to be stated; 0 where none does")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("clipmeter.payout.reconciliation.age", () -> age(Optional.of(seen.at())))
        .description("How old these findings are")
        .baseUnit("seconds")
        .register(registry);
  }

  private double age(Optional<Instant> since) {
    return since
        .map(instant -> Duration.between(instant, clock.instant()).toMillis() / 1000d)
        .orElse(0d);
  }
}
