package io.clipmeter.payout.gauge;

import io.clipmeter.payout.balance.WatchSettings;
import io.clipmeter.payout.request.PayoutStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * How many payout requests there are in each status but the last ones, for how long the oldest
 * waits, is on its way or in doubt, and of how many the provider says the contrary.
 */
@Component
class PayoutGauges implements SchedulingConfigurer {
  private static final Set<PayoutStatus> OPEN =
      EnumSet.of(
          PayoutStatus.REQUESTED,
          PayoutStatus.APPROVED,
          PayoutStatus.SENDING,
          PayoutStatus.UNKNOWN);

  private record Seen(
      Map<PayoutStatus, Long> counts,
      Optional<Instant> oldestUnknown,
      Optional<Instant> oldestSending,
      Optional<Instant> oldestApproved,
      long contradicted,
      long stops) {}

  private final Standings standings;
  private final WatchSettings settings;
  private final Clock clock;
  private volatile Seen seen =
      new Seen(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

  PayoutGauges(Standings standings, WatchSettings settings, Clock clock, MeterRegistry meters) {
    this.standings = standings;
    this.settings = settings;
    this.clock = clock;
    for (PayoutStatus status : OPEN) {
      Gauge.builder("clipmeter.payout.requests", () -> seen.counts().getOrDefault(status, 0L))
          .description("Payout requests that are not closed, by status")
          .tag("status", status.name())
          .register(meters);
    }
    showAge(meters, "unknown", "in doubt", () -> seen.oldestUnknown());
    showAge(meters, "sending", "on its way", () -> seen.oldestSending());
    showAge(meters, "approved", "approved and not sent", () -> seen.oldestApproved());
    Gauge.builder("clipmeter.payout.contradicted", () -> seen.contradicted())
        .description("Closed payouts of which the provider says the contrary: must be 0")
        .register(meters);
    Gauge.builder("clipmeter.payout.stops", () -> seen.stops())
        .description("Stops of payouts that stand")
        .register(meters);
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, settings.every());
  }

  void look() {
    seen =
        new Seen(
            standings.countByStatus(),
            standings.oldestUnknown(),
            standings.oldestSending(),
            standings.oldestApproved(),
            standings.contradicted(),
            standings.stops());
  }

  private void showAge(
      MeterRegistry meters, String status, String words, Supplier<Optional<Instant>> since) {
    Gauge.builder("clipmeter.payout." + status + ".age", () -> age(since.get()))
        .description("For how long the oldest payout is " + words + "; 0 where none is")
        .baseUnit("seconds")
        .register(meters);
  }

  private double age(Optional<Instant> since) {
    return since
        .map(instant -> Duration.between(instant, clock.instant()).toMillis() / 1000d)
        .orElse(0d);
  }
}
