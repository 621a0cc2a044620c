package io.clipmeter.earnings.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the tables again and again whether the books are right, and shows the answer: each gauge
 * must read zero.
 *
 * <p>It reports and never mends: a difference is a bug, and a quiet correction would hide it. While
 * it cannot ask, the last answer stands, and its age says so.
 */
@Component
class LedgerCheck implements MeterBinder {
  private static final String CHECK =
      """
      SELECT
          (SELECT coalesce(sum(amount_micros), 0) FROM posting) AS ledger_sum,
          (SELECT count(*) FROM campaign c
           WHERE c.spent_micros <> (SELECT coalesce(sum(l.accrued_micros), 0) FROM clip l WHERE l.campaign_id = c.id)
              OR c.budget_micros - c.spent_micros - c.refunded_micros <> (
                  SELECT coalesce(sum(p.amount_micros), 0) FROM posting p
                  WHERE p.account = 'campaign:' || c.id || ':budget')) AS wrong_campaigns,
          (SELECT count(*) FROM round WHERE status = 'WAITING' AND closed_at < now() - interval '1 minute')
              AS stuck_rounds
      """;

  private record Answer(long ledgerSum, long wrongCampaigns, long stuckRounds, Instant at) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile Answer answer;

  LedgerCheck(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.answer = new Answer(0, 0, 0, clock.instant());
  }

  @Scheduled(fixedDelayString = "${clipmeter.earnings.check-every:PT15S}")
  void check() {
    Instant now = clock.instant();
    answer =
        jdbc.sql(CHECK)
            .query((rs, n) -> new Answer(rs.getLong(1), rs.getLong(2), rs.getLong(3), now))
            .single();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.earnings.ledger.sum", this, c -> c.answer.ledgerSum())
        .description("Sum of all postings in micro-units; anything but 0 is a bug")
        .register(registry);
    Gauge.builder("clipmeter.earnings.campaigns.wrong", this, c -> c.answer.wrongCampaigns())
        .description("Campaigns whose spent, accruals and budget account disagree")
        .register(registry);
    Gauge.builder("clipmeter.earnings.rounds.stuck", this, c -> c.answer.stuckRounds())
        .description(
            "Closed rounds that wait for over a minute for a reading, a clip or a campaign")
        .register(registry);
    Gauge.builder("clipmeter.earnings.ledger.check.age", this, LedgerCheck::age)
        .description("How old these answers are")
        .baseUnit("seconds")
        .register(registry);
  }

  private double age() {
    return Duration.between(answer.at(), clock.instant()).toMillis() / 1000d;
  }
}
