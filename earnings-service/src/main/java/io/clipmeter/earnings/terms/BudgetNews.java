package io.clipmeter.earnings.terms;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.Amount;
import io.clipmeter.events.BudgetSpent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells of a budget that was changed between two settlements. Before the first settlement nothing
 * was told of what is spent, and the campaign itself says what it may spend. No round is held for a
 * campaign that is over.
 */
@Component
class BudgetNews {
  private static final String LAST_ROUND =
      """
      SELECT id, status FROM round WHERE campaign_id = :campaign AND status IN ('SETTLED', 'HELD')
      ORDER BY number DESC LIMIT 1
      """;

  private record LastRound(UUID id, boolean held) {}

  private final JdbcClient jdbc;
  private final Outbox outbox;

  BudgetNews(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** The campaign's budget is another with this version of it. */
  void changed(Campaign campaign, Instant now) {
    jdbc.sql(LAST_ROUND)
        .param("campaign", campaign.id())
        .query(
            (rs, n) -> new LastRound(rs.getObject(1, UUID.class), rs.getString(2).equals("HELD")))
        .optional()
        .ifPresent(last -> publish(campaign, last, now));
  }

  private void publish(Campaign campaign, LastRound last, Instant now) {
    BudgetSpent event =
        new BudgetSpent(
            campaign.id(),
            Amount.of(campaign.budget()),
            Amount.of(campaign.spent()),
            Amount.of(campaign.remaining()),
            last.id(),
            last.held() && !campaign.completed(),
            now,
            BudgetAlertPolicy.reached(campaign.spent().micros(), campaign.budget().micros()));
    String what = "budget-changed:" + campaign.id() + ":" + campaign.version();
    UUID id = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event, id);
  }
}
