package io.clipmeter.earnings.reconciliation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The running sums of the journal, and how far they reach. */
@Component
class Books {
  private static final String TAKE =
      """
      SELECT entry_id, settlement_id, noted_entry_id, noted_settlement_id, noted_at
      FROM books_position FOR UPDATE SKIP LOCKED
      """;
  private static final String COUNT =
      """
      WITH moved AS (%s),
      unbalanced AS (
          INSERT INTO books_finding (rule, subject, currency, expected_micros, found_micros, since)
          SELECT 'ENTRY_SUM', subject, min(currency), 0, sum(amount), :now FROM moved
          GROUP BY subject HAVING sum(amount) <> 0
          ON CONFLICT (rule, subject) DO UPDATE SET found_micros = excluded.found_micros),
      currencies AS (
          INSERT INTO books_currency (currency, sum_micros) SELECT currency, sum(amount) FROM moved GROUP BY currency
          ON CONFLICT (currency) DO UPDATE SET sum_micros = books_currency.sum_micros + excluded.sum_micros)
      INSERT INTO books_campaign (campaign_id, budget_micros, accrued_micros)
      SELECT campaign_id, sum(budget), sum(accrued) FROM moved GROUP BY campaign_id
      ON CONFLICT (campaign_id) DO UPDATE SET
          budget_micros = books_campaign.budget_micros + excluded.budget_micros,
          accrued_micros = books_campaign.accrued_micros + excluded.accrued_micros
      """
          .formatted(Journals.moved(":fromEntry", ":toEntry", ":fromSettlement", ":toSettlement"));
  private static final String COUNTED =
      "UPDATE books_position SET entry_id = noted_entry_id, settlement_id = noted_settlement_id";
  // Never back: rows of an aborted transaction leave gaps, and none that was seen disappears.
  private static final String NOTE =
      """
      UPDATE books_position SET noted_at = clock_timestamp(), checked_at = :now,
          noted_entry_id = greatest(noted_entry_id, (SELECT max(id) FROM ledger_entry)),
          noted_settlement_id = greatest(noted_settlement_id, (SELECT max(id) FROM settlement))
      """;
  // In one statement, and so of one instant: what is counted, what has come since, and the
  // campaigns.
  private static final String COMPARE =
      """
      WITH position AS (SELECT entry_id, settlement_id FROM books_position),
      moved AS (%s),
      since AS (SELECT campaign_id, sum(budget) AS budget, sum(accrued) AS accrued FROM moved GROUP BY campaign_id),
      books AS (
          SELECT c.id, c.currency, c.budget_micros AS budget, c.spent_micros AS spent,
                 c.budget_micros - c.spent_micros - c.refunded_micros AS remaining, s.campaign_id IS NOT NULL AS moved,
                 coalesce(b.budget_micros, 0) + coalesce(s.budget, 0) AS account,
                 coalesce(b.accrued_micros, 0) + coalesce(s.accrued, 0) AS accrued
          FROM campaign c LEFT JOIN books_campaign b ON b.campaign_id = c.id LEFT JOIN since s ON s.campaign_id = c.id),
      clips AS (
          SELECT b.id, (SELECT coalesce(sum(l.accrued_micros), 0) FROM clip l WHERE l.campaign_id = b.id) AS accrued
          FROM books b WHERE b.moved OR EXISTS (SELECT FROM books_finding f WHERE f.rule = 'CLIPS' AND f.subject = b.id::text))
      SELECT 'BUDGET_ACCOUNT' AS rule, id::text AS subject, currency, remaining AS expected, account AS found
      FROM books WHERE remaining <> account
      UNION ALL SELECT 'SPENT', id::text, currency, accrued, spent FROM books WHERE spent <> accrued
      UNION ALL SELECT 'OVER_BUDGET', id::text, currency, budget, spent FROM books WHERE spent > budget
      UNION ALL SELECT 'CLIPS', b.id::text, b.currency, b.spent, l.accrued
      FROM clips l JOIN books b ON b.id = l.id WHERE l.accrued <> b.spent
      UNION ALL SELECT 'CURRENCY_SUM', currency::text, currency, 0, sum_micros FROM books_currency WHERE sum_micros <> 0
      """
          .formatted(
              Journals.moved(
                  "(SELECT entry_id FROM position)",
                  Journals.END,
                  "(SELECT settlement_id FROM position)",
                  Journals.END));

  /**
   * How far the books are counted.
   *
   * @param entry the last id of an entry that is counted
   * @param settlement the last id of a settlement that is counted
   * @param notedAt when the noted ids were the newest, by the database's clock
   */
  record Position(
      long entry, long settlement, long notedEntry, long notedSettlement, Instant notedAt) {}

  private final JdbcClient jdbc;

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the position until the transaction ends; empty where another instance has it. */
  Optional<Position> take() {
    return jdbc.sql(TAKE)
        .query(
            (rs, n) ->
                new Position(
                    rs.getLong(1),
                    rs.getLong(2),
                    rs.getLong(3),
                    rs.getLong(4),
                    rs.getTimestamp(5).toInstant()))
        .optional();
  }

  /** Adds what was noted to the sums: each row of the journal once. */
  void count(Position position, Instant now) {
    jdbc.sql(COUNT)
        .param("fromEntry", position.entry())
        .param("toEntry", position.notedEntry())
        .param("fromSettlement", position.settlement())
        .param("toSettlement", position.notedSettlement())
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(COUNTED).update();
  }

  /** Notes the newest ids, to be counted when all that are open now are over. */
  void note(Instant now) {
    jdbc.sql(NOTE).param("now", Timestamp.from(now)).update();
  }

  /** What does not agree at this instant. */
  List<Finding> compare() {
    return jdbc.sql(COMPARE).query(Findings::row).list();
  }
}
