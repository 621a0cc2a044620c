package io.clipmeter.earnings.reconciliation;

/** The journal as one list of movements, whatever table a posting is kept in. */
final class Journals {
  private Journals() {}

  /**
   * Its rows between two ids of entries and two of settlements, without the first and with the
   * second: {@code subject, campaign_id, currency, amount, budget, accrued}. Those of a settlement
   * are its one debit and the credits that its receipts are; settlements of before receipts were
   * postings have their postings in the ledger.
   */
  static final String MOVED =
      """
      SELECT 'entry:' || e.id AS subject, e.campaign_id, e.currency, p.amount_micros AS amount,
             CASE WHEN p.account = 'campaign:' || e.campaign_id || ':budget' THEN p.amount_micros ELSE 0 END AS budget,
             0 AS accrued
      FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
      WHERE e.id > %1$s AND e.id <= %2$s
      UNION ALL
      SELECT 'settlement:' || s.id, s.campaign_id, c.currency, -s.total_micros, -s.total_micros, 0
      FROM settlement s JOIN campaign c ON c.id = s.campaign_id
      WHERE s.id > %3$s AND s.id <= %4$s AND s.entry_id IS NULL
      UNION ALL
      SELECT 'settlement:' || s.id, s.campaign_id, c.currency,
             CASE WHEN s.entry_id IS NULL THEN r.amount_micros ELSE 0 END, 0, r.amount_micros
      FROM settlement s JOIN campaign c ON c.id = s.campaign_id JOIN receipt r ON r.settlement_id = s.id
      WHERE s.id > %3$s AND s.id <= %4$s AND r.amount_micros <> 0
      """;

  /** More than any id. */
  static final String END = "9223372036854775807";

  /** The journal from one place to another; each is a column or a parameter of the statement. */
  static String moved(
      String fromEntry, String toEntry, String fromSettlement, String toSettlement) {
    return MOVED.formatted(fromEntry, toEntry, fromSettlement, toSettlement);
  }
}
