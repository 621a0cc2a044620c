package io.clipmeter.earnings.completion;

import io.clipmeter.chassis.outbox.OutboxJournal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each clip had earned when a settlement spent the last of its campaign's budget: its receipt
 * says so, and is told again as what it earned in all.
 */
@Component
class FinalReceipts implements OutboxJournal {
  static final String NAME = "final-receipts";
  private static final String OF =
      """
      SELECT e.place - 1 AS index, n.campaign_id, n.campaign_version, n.completed_at, c.currency, r.clip_id, r.clipper_id,
             r.total_micros AS final_micros, r.views_after AS views
      FROM unnest(:entries::bigint[]) WITH ORDINALITY AS e (id, place)
      JOIN completion n ON n.id = e.id
      JOIN campaign c ON c.id = n.campaign_id
      JOIN receipt r ON r.settlement_id = n.settlement_id
      ORDER BY e.place, r.clip_id
      """;

  private final JdbcClient jdbc;

  FinalReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void tell(List<Long> entries, Teller teller) {
    FinalEarnings.tell(jdbc, OF, entries, teller);
  }
}
