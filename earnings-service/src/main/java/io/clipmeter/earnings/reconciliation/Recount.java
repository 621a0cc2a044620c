package io.clipmeter.earnings.reconciliation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole journal from its beginning, against the running sums and each clip. */
@Component
class Recount {
  private static final String BEGIN =
      """
      UPDATE books_position SET recount_begun_at = :now
      WHERE (recounted_at IS NULL OR recounted_at <= :before) AND (recount_begun_at IS NULL OR recount_begun_at <= :givenUp)
      """;
  private static final String END = "UPDATE books_position SET recounted_at = :now";
  // One statement sees one instant; what is not counted yet is counted row by row when it is.
  private static final String ALL =
      """
      WITH position AS (SELECT entry_id, settlement_id FROM books_position),
      moved AS (%s),
      entries AS (SELECT subject, min(currency) AS currency, sum(amount) AS total FROM moved GROUP BY subject),
      currencies AS (SELECT currency, sum(amount) AS total FROM moved GROUP BY currency),
      campaigns AS (
          SELECT campaign_id, min(currency) AS currency, sum(budget) AS budget, sum(accrued) AS accrued
          FROM moved GROUP BY campaign_id),
      compared AS (
          SELECT coalesce(c.campaign_id, b.campaign_id) AS id, coalesce(c.currency, k.currency) AS currency,
                 coalesce(c.budget, 0) AS budget, coalesce(b.budget_micros, 0) AS budget_sum,
                 coalesce(c.accrued, 0) AS accrued, coalesce(b.accrued_micros, 0) AS accrued_sum
          FROM campaigns c FULL JOIN books_campaign b ON b.campaign_id = c.campaign_id
          LEFT JOIN campaign k ON k.id = b.campaign_id)
      SELECT 'ENTRY_SUM' AS rule, subject, currency, 0 AS expected, total AS found FROM entries WHERE total <> 0
      UNION ALL
      SELECT 'RECOUNT', 'currency:' || currency, currency, coalesce(c.total, 0), coalesce(b.sum_micros, 0)
      FROM currencies c FULL JOIN books_currency b USING (currency) WHERE coalesce(c.total, 0) <> coalesce(b.sum_micros, 0)
      UNION ALL
      SELECT 'RECOUNT', 'campaign:' || id || ':budget', currency, budget, budget_sum FROM compared WHERE budget <> budget_sum
      UNION ALL
      SELECT 'RECOUNT', 'campaign:' || id || ':accrued', currency, accrued, accrued_sum FROM compared WHERE accrued <> accrued_sum
      UNION ALL
      SELECT 'CLIPS', c.id::text, c.currency, c.spent_micros, coalesce(l.accrued, 0)
      FROM campaign c LEFT JOIN (SELECT campaign_id, sum(accrued_micros) AS accrued FROM clip GROUP BY campaign_id) l
          ON l.campaign_id = c.id
      WHERE c.spent_micros <> coalesce(l.accrued, 0)
      """
          .formatted(
              Journals.moved(
                  "0",
                  "(SELECT entry_id FROM position)",
                  "0",
                  "(SELECT settlement_id FROM position)"));
  // One statement again: a settlement changes its clips and writes their receipts at one instant.
  // What clips differ by is summed up without signs, so that none makes up for another; receipts
  // have no index by clip, and are gone through once.
  private static final String CLIPS =
      """
      WITH earned AS (
          SELECT clip_id, sum(amount_micros) AS micros, max(settlement_id) AS settlement_id
          FROM receipt WHERE amount_micros <> 0 GROUP BY clip_id),
      adjusted AS (SELECT clip_id, sum(amount_micros) AS micros FROM adjustment GROUP BY clip_id),
      held AS (
          SELECT clip_id, sum(amount_micros) AS micros FROM hold h
          WHERE NOT EXISTS (SELECT FROM hold_release r WHERE r.hold_id = h.id) GROUP BY clip_id),
      compared AS (
          SELECT l.campaign_id, e.settlement_id,
                 abs(coalesce(l.accrued_micros, 0) - coalesce(e.micros, 0))
                 + abs(coalesce(l.adjusted_micros, 0) - coalesce(a.micros, 0))
                 + abs(coalesce(l.held_micros, 0) - coalesce(h.micros, 0)) AS off_by
          FROM clip l FULL JOIN earned e ON e.clip_id = l.id
          LEFT JOIN adjusted a ON a.clip_id = l.id LEFT JOIN held h ON h.clip_id = l.id)
      SELECT 'RECOUNT' AS rule, 'campaign:' || c.id || ':clips' AS subject, c.currency, 0 AS expected, sum(w.off_by) AS found
      FROM compared w LEFT JOIN settlement s ON w.campaign_id IS NULL AND s.id = w.settlement_id
      JOIN campaign c ON c.id = coalesce(w.campaign_id, s.campaign_id)
      WHERE w.off_by <> 0 GROUP BY c.id, c.currency
      """;
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(2);

  private final JdbcClient jdbc;

  Recount(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it is due, and this caller's to do; it commits before the work begins. */
  boolean begin(Instant now, Duration every) {
    return jdbc.sql(BEGIN)
            .param("now", Timestamp.from(now))
            .param("before", Timestamp.from(now.minus(every)))
            .param("givenUp", Timestamp.from(now.minus(GIVEN_UP_AFTER)))
            .update()
        == 1;
  }

  /** Everything that does not agree; reads the whole journal, twice, and every clip. */
  List<Finding> count() {
    return Stream.of(ALL, CLIPS)
        .flatMap(sql -> jdbc.sql(sql).query(Findings::row).list().stream())
        .toList();
  }

  void end(Instant now) {
    jdbc.sql(END).param("now", Timestamp.from(now)).update();
  }
}
