package io.clipmeter.submission.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which campaigns that are over have the final earnings of all their clips. */
@Component
class Snapshots {
  /** Final earnings of an end before the campaign was opened again are not of this one. */
  private static final String CHECK =
      """
      UPDATE campaign c SET snapshot_of = c.completed_at
      WHERE c.status IN ('COMPLETED', 'ENDED') AND c.snapshot_of IS DISTINCT FROM c.completed_at
        AND NOT EXISTS (
            SELECT FROM submission s
            WHERE s.campaign_id = c.id AND s.status = 'APPROVED' AND s.final_earnings_at IS NULL)
        AND NOT EXISTS (
            SELECT FROM submission s
            WHERE s.campaign_id = c.id AND s.status = 'APPROVED' AND s.final_earnings_at < c.completed_at)
      """;

  private static final String MISSING =
      """
      SELECT count(*) FROM campaign
      WHERE status IN ('COMPLETED', 'ENDED') AND snapshot_of IS DISTINCT FROM completed_at AND completed_at < :before
      """;

  private final JdbcClient sql;

  Snapshots(JdbcClient sql) {
    this.sql = sql;
  }

  /** Takes note of those that have all of them now; each is looked at until it has. */
  void check() {
    sql.sql(CHECK).update();
  }

  /** How many were over before this and have not. */
  long missing(Instant overBefore) {
    return sql.sql(MISSING)
        .param("before", overBefore.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
