package io.clipmeter.payout.balance;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must hold of ledger and balances at every instant, asked of the rows themselves. The
 * constraints refuse a violation when it is written; this finds what got past them, such as a row
 * changed by hand.
 */
@Component
public class LedgerInvariants {
  // Per currency, so that one cannot hide another's; no more than fits, however wrong it is.
  private static final String SUM =
      """
      SELECT least(coalesce(sum(abs(total)), 0), 9223372036854775807)::bigint
      FROM (SELECT sum(micros) AS total FROM ledger_posting GROUP BY currency) AS per_currency
      """;
  private static final String UNBALANCED =
      """
      SELECT count(*) FROM (
          SELECT e.id FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry_id = e.id
          GROUP BY e.id
          HAVING count(p.micros) <> 2 OR sum(p.micros) <> 0 OR count(DISTINCT p.currency) <> 1
      ) AS unbalanced
      """;
  // Parts are subtracted as numeric: each of them fits a bigint, and what is left may not.
  private static final String DIFFERING =
      """
      WITH posted AS (
          SELECT clipper_id, currency,
              coalesce(sum(micros) FILTER (WHERE pocket = 'AVAILABLE'), 0) AS available,
              coalesce(sum(micros) FILTER (WHERE pocket = 'HELD'), 0) AS held,
              coalesce(sum(micros) FILTER (WHERE pocket = 'RESERVED'), 0) AS reserved,
              coalesce(sum(micros) FILTER (WHERE pocket = 'PAID'), 0) AS paid
          FROM ledger_posting WHERE clipper_id IS NOT NULL GROUP BY clipper_id, currency)
      SELECT clipper_id, currency FROM balance b FULL JOIN posted p USING (clipper_id, currency)
      WHERE coalesce(b.earned_micros, 0)::numeric - coalesce(b.taken_back_micros, 0) - coalesce(b.held_micros, 0)
              - coalesce(b.reserved_micros, 0) - coalesce(b.paid_micros, 0)
              <> coalesce(p.available, 0)
          OR coalesce(b.held_micros, 0) <> coalesce(p.held, 0)
          OR coalesce(b.reserved_micros, 0) <> coalesce(p.reserved, 0)
          OR coalesce(b.paid_micros, 0) <> coalesce(p.paid, 0)
      """;
  private static final String UNRESERVED =
      """
      WITH asked AS (
          SELECT clipper_id, currency,
              coalesce(sum(amount_micros) FILTER (WHERE closed_at IS NULL), 0) AS reserved,
              coalesce(sum(amount_micros) FILTER (WHERE status = 'PAID'), 0) AS paid
          FROM payout_request GROUP BY clipper_id, currency)
      SELECT clipper_id, currency FROM balance b LEFT JOIN asked a USING (clipper_id, currency)
      WHERE b.reserved_micros <> coalesce(a.reserved, 0) OR b.paid_micros <> coalesce(a.paid, 0)
      """;
  private static final String TOTALS =
      """
      SELECT currency, sum(earned_micros - taken_back_micros) AS earned, sum(held_micros) AS held,
          sum(reserved_micros) AS reserved, sum(paid_micros) AS paid,
          sum(earned_micros::numeric - taken_back_micros - held_micros - reserved_micros - paid_micros) AS available
      FROM balance GROUP BY currency ORDER BY currency
      """;

  /**
   * What was found; all is well where every number is 0.
   *
   * @param ledgerSum micro-units that came from nowhere or went there
   * @param unbalancedEntries entries that do not move one amount from one account to another
   * @param differingBalances balances that are not the sum of their postings
   * @param unreservedBalances balances whose reserved or paid part is not that of their payouts
   */
  public record Findings(
      long ledgerSum, long unbalancedEntries, long differingBalances, long unreservedBalances) {
    /** Nothing is wrong. */
    public static final Findings NONE = new Findings(0, 0, 0, 0);
  }

  /** Whose balance it is that is wrong. */
  record Place(String clipperId, String currency) {}

  /** All balances of one currency together, in micro-units; together they may exceed a long. */
  record Totals(
      String currency,
      BigDecimal earned,
      BigDecimal held,
      BigDecimal reserved,
      BigDecimal paid,
      BigDecimal available) {}

  private final JdbcClient jdbc;

  LedgerInvariants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Reads the whole ledger: seconds for millions of postings, and locks nothing. */
  public Findings verify() {
    return new Findings(count(SUM), count(UNBALANCED), differing().size(), unreserved().size());
  }

  /** The balances that are not the sum of their postings. */
  List<Place> differing() {
    return places(DIFFERING);
  }

  /** The balances whose reserved or paid part is not that of their payouts. */
  List<Place> unreserved() {
    return places(UNRESERVED);
  }

  List<Totals> totals() {
    return jdbc.sql(TOTALS)
        .query(
            (row, n) ->
                new Totals(
                    row.getString("currency"),
                    row.getBigDecimal("earned"),
                    row.getBigDecimal("held"),
                    row.getBigDecimal("reserved"),
                    row.getBigDecimal("paid"),
                    row.getBigDecimal("available")))
        .list();
  }

  private List<Place> places(String sql) {
    return jdbc.sql(sql).query((row, n) -> new Place(row.getString(1), row.getString(2))).list();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
