package io.clipmeter.earnings.reconciliation;

import io.clipmeter.earnings.reconciliation.Finding.Rule;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the last checks have found, whichever instance did them. */
@Component
class Reports {
  private static final String STANDING =
      """
      SELECT p.checked_at, p.recounted_at, p.entry_id, p.settlement_id,
             (SELECT coalesce(sum(abs(sum_micros)), 0) FROM books_currency) AS off_by,
             (SELECT count(DISTINCT subject) FROM books_finding WHERE rule IN ('BUDGET_ACCOUNT', 'SPENT', 'CLIPS', 'OVER_BUDGET'))
                 AS wrong_campaigns,
             (SELECT count(*) FROM round WHERE status = 'WAITING' AND closed_at < now() - interval '1 minute') AS stuck_rounds,
             (SELECT count(*) FROM campaign
              WHERE ending IS NOT NULL AND completed_at IS NULL AND coalesce(ending_since, 'epoch') < :endedBy) AS late_ends
      FROM books_position p
      """;
  private static final String COUNTS = "SELECT rule, count(*) FROM books_finding GROUP BY rule";
  private static final String FIRST =
      """
      SELECT rule, subject, currency, expected_micros AS expected, found_micros AS found, since FROM books_finding
      ORDER BY rule, subject LIMIT :limit
      """;

  /**
   * How the books stand.
   *
   * @param checkedAt when they were checked last; null before the first time
   * @param recountedAt when the whole journal was counted last; null before the first time
   * @param entry the last entry that is counted for good
   * @param settlement the last settlement that is counted for good
   * @param lateEnds campaigns that were to end long ago and have not
   * @param offBy what all postings sum up to, the currencies one by one, signs left out
   */
  record Standing(
      @Nullable Instant checkedAt,
      @Nullable Instant recountedAt,
      long entry,
      long settlement,
      BigDecimal offBy,
      long wrongCampaigns,
      long stuckRounds,
      long lateEnds) {}

  /** A finding, and since when it stands. */
  record Dated(Finding finding, Instant since) {}

  private final JdbcClient jdbc;
  private final ReconciliationSettings settings;
  private final Clock clock;

  Reports(JdbcClient jdbc, ReconciliationSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  Standing standing() {
    return jdbc.sql(STANDING)
        .param("endedBy", Timestamp.from(clock.instant().minus(settings.endingWithin())))
        .query((rs, n) -> standing(rs))
        .single();
  }

  /** How many findings there are, of those rules that have any. */
  Map<Rule, Long> counts() {
    Map<Rule, Long> counts = new EnumMap<>(Rule.class);
    jdbc.sql(COUNTS)
        .query(
            rs -> {
              counts.put(Rule.valueOf(rs.getString(1)), rs.getLong(2));
            });
    return counts;
  }

  /** So many findings, by rule and subject. */
  List<Dated> first(int limit) {
    return jdbc.sql(FIRST)
        .param("limit", limit)
        .query((rs, n) -> new Dated(Findings.row(rs, n), rs.getTimestamp("since").toInstant()))
        .list();
  }

  private static Standing standing(ResultSet rs) throws SQLException {
    return new Standing(
        instant(rs, "checked_at"),
        instant(rs, "recounted_at"),
        rs.getLong("entry_id"),
        rs.getLong("settlement_id"),
        rs.getBigDecimal("off_by"),
        rs.getLong("wrong_campaigns"),
        rs.getLong("stuck_rounds"),
        rs.getLong("late_ends"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
