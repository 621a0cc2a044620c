package io.clipmeter.earnings.reconciliation;

import io.clipmeter.earnings.reconciliation.Finding.Rule;
import io.clipmeter.earnings.reconciliation.Reports.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows what the checks have found: each of these must read zero. While nobody can check, the last
 * answer stands, and its age says so.
 */
@Component
class ReconciliationGauges implements MeterBinder {
  private static final Standing NOTHING_YET =
      new Standing(null, null, 0, 0, BigDecimal.ZERO, 0, 0, 0);

  private final Reports reports;
  private final Clock clock;
  private final Instant startedAt;
  private volatile Standing standing = NOTHING_YET;
  private volatile Map<Rule, Long> counts = Map.of();

  ReconciliationGauges(Reports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** Reads what was found last, by whatever instance. */
  void refresh() {
    standing = reports.standing();
    counts = reports.counts();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.earnings.ledger.sum", this, g -> g.standing.offBy().doubleValue())
        .description(
            "Sum of all postings in micro-units, currency by currency; anything but 0 is a bug")
        .register(registry);
    Gauge.builder("clipmeter.earnings.campaigns.wrong", this, g -> g.standing.wrongCampaigns())
        .description("Campaigns whose spent, accruals and budget account disagree")
        .register(registry);
    Gauge.builder("clipmeter.earnings.rounds.stuck", this, g -> g.standing.stuckRounds())
        .description(
            "Closed rounds that wait for over a minute for a reading, a clip or a campaign")
        .register(registry);
    Gauge.builder("clipmeter.earnings.campaigns.ending.late", this, g -> g.standing.lateEnds())
        .description("Campaigns that were to end longer ago than an end takes, and have not")
        .register(registry);
    Gauge.builder("clipmeter.earnings.ledger.check.age", this, g -> g.age(g.standing.checkedAt()))
        .description("How old these answers are")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder(
            "clipmeter.earnings.ledger.recount.age", this, g -> g.age(g.standing.recountedAt()))
        .description("How long ago the whole journal was counted")
        .baseUnit("seconds")
        .register(registry);
    for (Rule rule : Rule.values()) {
      Gauge.builder("clipmeter.earnings.findings", this, g -> g.counts.getOrDefault(rule, 0L))
          .description("Where the books disagree, by rule; anything but 0 is a bug")
          .tag("rule", rule.name())
          .register(registry);
    }
  }

  /** Of what has never been, since this instance began to wait for it. */
  private double age(@Nullable Instant at) {
    return Duration.between(at == null ? startedAt : at, clock.instant()).toMillis() / 1000d;
  }
}
