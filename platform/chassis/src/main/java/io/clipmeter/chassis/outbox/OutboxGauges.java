package io.clipmeter.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far behind the relay is: rows that wait, and the age of the oldest in seconds. */
final class OutboxGauges implements MeterBinder {
  private final OutboxRows rows;
  private final Clock clock;

  OutboxGauges(OutboxRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.outbox.waiting", rows, r -> r.backlog().rows())
        .description("Events written but not yet acknowledged by Kafka")
        .register(registry);
    Gauge.builder("clipmeter.outbox.age", rows, r -> age(r.backlog()))
        .description("Age of the oldest event that waits")
        .baseUnit("seconds")
        .register(registry);
  }

  private double age(OutboxRows.Backlog backlog) {
    Instant oldest = backlog.oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000d;
  }
}
