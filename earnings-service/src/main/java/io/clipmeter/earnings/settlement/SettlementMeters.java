package io.clipmeter.earnings.settlement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts and times what became of rounds, once it is committed: a settlement that is rolled back
 * and tried again is one settlement.
 */
@Component
class SettlementMeters {
  private static final Duration[] DURATIONS = {
    Duration.ofMillis(100),
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private final Timer settled;
  private final Timer afterCompletion;
  private final Counter held;

  SettlementMeters(MeterRegistry meters) {
    this.settled = timer(meters, "SETTLED");
    this.afterCompletion = timer(meters, "AFTER_COMPLETION");
    this.held =
        Counter.builder("clipmeter.earnings.rounds.held")
            .description(
                "Rounds that would have exhausted a budget and wait for clips that could not be"
                    + " read")
            .register(meters);
  }

  private static Timer timer(MeterRegistry meters, String status) {
    return Timer.builder("clipmeter.earnings.rounds.settled")
        .description("From a round's close to its end in this status")
        .tag("status", status)
        .serviceLevelObjectives(DURATIONS)
        .register(meters);
  }

  void settled(Instant closedAt, Instant now) {
    afterCommit(() -> settled.record(Duration.between(closedAt, now)));
  }

  void afterCompletion(Instant closedAt, Instant now) {
    afterCommit(() -> afterCompletion.record(Duration.between(closedAt, now)));
  }

  void held() {
    afterCommit(held::increment);
  }

  private static void afterCommit(Runnable count) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            count.run();
          }
        });
  }
}
