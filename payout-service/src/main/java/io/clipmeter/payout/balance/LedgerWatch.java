package io.clipmeter.payout.balance;

import io.clipmeter.payout.balance.LedgerInvariants.Findings;
import io.clipmeter.payout.balance.LedgerInvariants.Place;
import io.clipmeter.payout.balance.LedgerInvariants.Totals;
import io.clipmeter.payout.stop.Stops;
import io.clipmeter.payout.stop.Stops.Finding;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Verifies the ledger again and again, and shows what it found and what it sums up to. While it
 * cannot look, the last findings stand, and their age says so. A look reads the whole ledger, and
 * the longer that takes, the longer it rests: it may have a twentieth of a processor.
 */
@Component
class LedgerWatch implements SchedulingConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
  private static final int RESTS_TIMES = 19;

  private final LedgerInvariants invariants;
  private final Stops stops;
  private final WatchSettings settings;
  private final Clock clock;
  private final MultiGauge balances;
  private volatile Findings findings = Findings.NONE;
  private volatile Instant lookedAt;
  private volatile Duration pause;

  LedgerWatch(
      LedgerInvariants invariants,
      Stops stops,
      WatchSettings settings,
      MeterRegistry meters,
      Clock clock) {
    this.invariants = invariants;
    this.stops = stops;
    this.settings = settings;
    this.clock = clock;
    this.lookedAt = clock.instant();
    this.pause = settings.every();
    this.balances =
        MultiGauge.builder("clipmeter.payout.balance.micros")
            .description("All clippers' balances together, in micro-units, by currency and part")
            .register(meters);
    show(meters, "ledger.sum", "Micro-units from nowhere: must be 0", Findings::ledgerSum);
    show(
        meters,
        "ledger.unbalanced",
        "Entries that do not sum to 0: must be 0",
        Findings::unbalancedEntries);
    show(
        meters,
        "balances.differing",
        "Balances that are not the sum of their postings: must be 0",
        Findings::differingBalances);
    show(
        meters,
        "balances.unreserved",
        "Balances that do not match their payouts: must be 0",
        Findings::unreservedBalances);
    showAge(meters);
  }

  private void showAge(MeterRegistry meters) {
    Gauge.builder("clipmeter.payout.ledger.check.age", this, LedgerWatch::age)
        .description("How old these findings are")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("clipmeter.payout.ledger.check.pause", this, watch -> watch.pause.toSeconds())
        .description("How long the check rests between two looks")
        .baseUnit("seconds")
        .register(meters);
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addTriggerTask(this::look, this::next);
  }

  private Instant next(TriggerContext context) {
    Instant completed = context.lastCompletion();
    return (completed == null ? clock.instant() : completed).plus(pause);
  }

  static Duration pause(Duration every, Duration took) {
    Duration rest = took.multipliedBy(RESTS_TIMES);
    return rest.compareTo(every) > 0 ? rest : every;
  }

  void look() {
    Instant now = clock.instant();
    findings = invariants.verify();
    if (!findings.equals(Findings.NONE)) {
      LOG.error("the ledger does not add up: {}", findings);
      stop(invariants.differing(), "The balance is not the sum of its postings", now);
      stop(invariants.unreserved(), "The balance does not match its payouts", now);
    }
    balances.register(invariants.totals().stream().flatMap(LedgerWatch::rows).toList(), true);
    lookedAt = now;
    pause = pause(settings.every(), Duration.between(now, clock.instant()));
  }

  /** Until an admin lifts it; while it is still so, the next look stops it again. */
  private void stop(List<Place> wrong, String reason, Instant now) {
    int fresh =
        stops.foundHere(
            wrong.stream()
                .map(place -> new Finding(place.clipperId(), place.currency(), reason, null))
                .toList(),
            now);
    if (fresh > 0) {
      LOG.error("the payouts of {} balances are stopped: {}", fresh, reason);
    }
  }

  private double age() {
    return Duration.between(lookedAt, clock.instant()).toMillis() / 1000d;
  }

  private static Stream<Row<?>> rows(Totals totals) {
    return List.of(
        row(totals, "earned", totals.earned()),
        row(totals, "held", totals.held()),
        row(totals, "reserved", totals.reserved()),
        row(totals, "paid", totals.paid()),
        row(totals, "available", totals.available()))
        .stream();
  }

  private static Row<?> row(Totals totals, String part, BigDecimal micros) {
    return Row.of(Tags.of("currency", totals.currency(), "part", part), micros);
  }

  private void show(
      MeterRegistry meters, String name, String description, ToLongFunction<Findings> number) {
    Gauge.builder("clipmeter.payout." + name, () -> number.applyAsLong(findings))
        .description(description)
        .register(meters);
  }
}
