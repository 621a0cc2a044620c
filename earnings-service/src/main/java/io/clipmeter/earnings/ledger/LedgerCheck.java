package io.clipmeter.earnings.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the tables again and again whether the books are right, and shows the answer: each gauge
 * must read zero.
 *
 * <p>It reports and never mends: a difference is a bug, and a quiet correction would hide it.
 */
@Component
class LedgerCheck implements MeterBinder {
  private static final String CHECK =
      """
      SELECT
          (SELECT coalesce(sum(amount_micros), 0) FROM ledger_posting) AS ledger_sum,
          (SELECT count(*) FROM campaign c
           WHERE c.spent_micros <> (SELECT coalesce(sum(l.accrued_micros), 0) FROM clip l WHERE l.campaign_id = c.id)
              OR c.budget_micros - c.spent_micros <> (
                  SELECT coalesce(sum(p.amount_micros), 0) FROM ledger_posting p
                  WHERE p.account = 'campaign:' || c.id || ':budget')) AS wrong_campaigns,
          (SELECT count(*) FROM round WHERE status = 'WAITING' AND closed_at < now() - interval '1 minute')
              AS stuck_rounds
      """;

  private record Answer(long ledgerSum, long wrongCampaigns, long stuckRounds) {}

  private final JdbcClient jdbc;
  private volatile Answer answer = new Answer(0, 0, 0);

  LedgerCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Scheduled(fixedDelayString = "${clipmeter.earnings.check-every:PT15S}")
  void check() {
    answer =
        jdbc.sql(CHECK)
            .query((rs, n) -> new Answer(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
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
  }
}
