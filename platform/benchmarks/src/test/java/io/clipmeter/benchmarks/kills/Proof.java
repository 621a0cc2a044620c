package io.clipmeter.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.rounds.Books;
import io.clipmeter.benchmarks.rounds.Books.Journal;
import io.clipmeter.benchmarks.rounds.Workload;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold of both databases when all is quiet. */
final class Proof {

  /** Every transaction took the next numbers of its shards, and none is missing. */
  private static final String GAPS =
      """
      SELECT count(*) FROM chassis.outbox_shard s WHERE s.next_seq - 1 <>
          (SELECT count(*) FROM chassis.outbox o WHERE o.shard = s.shard)
      """;

  private static final List<String> ZERO_IN_EARNINGS =
      List.of(
          GAPS,
          "SELECT coalesce(sum(amount_micros), 0) FROM posting",
          "SELECT count(*) FROM books_finding",
          """
          SELECT count(*) FROM campaign c WHERE c.spent_micros > c.budget_micros OR c.spent_micros <>
              (SELECT coalesce(sum(s.total_micros), 0) FROM settlement s WHERE s.campaign_id = c.id)
          """,
          """
          SELECT count(*) FROM clip l WHERE l.accrued_micros <>
              (SELECT coalesce(sum(r.amount_micros), 0) FROM receipt r WHERE r.clip_id = l.id)
          """);

  private static final List<String> ZERO_IN_PAYOUT =
      List.of(
          GAPS,
          "SELECT coalesce(sum(micros), 0) FROM ledger_posting",
          """
          SELECT count(*) FROM (
              SELECT e.id FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry_id = e.id
              GROUP BY e.id HAVING count(p.micros) <> 2 OR sum(p.micros) <> 0) AS unbalanced
          """,
          """
          SELECT count(*) FROM balance b FULL JOIN (
              SELECT clipper_id, currency, sum(micros) AS available FROM ledger_posting
              WHERE pocket = 'AVAILABLE' GROUP BY 1, 2) p USING (clipper_id, currency)
          WHERE b.earned_micros IS DISTINCT FROM p.available
          """,
          "SELECT count(*) FROM balance WHERE held_micros + reserved_micros + paid_micros +"
              + " taken_back_micros <> 0",
          "SELECT count(*) FROM discrepancy");

  private final Model model;

  Proof(Model model) {
    this.model = model;
  }

  /** Proves every campaign's, clip's and clipper's sum, and that both ledgers add up. */
  void prove(Database earnings, Counts counts) throws SQLException {
    Workload work = model.work();
    try (Connection connection = earnings.connect()) {
      Books.read(connection, work, Journal.SETTLEMENTS).prove("earnings", work, true);
    }
    assertThat(counts.settled()).isEqualTo((long) work.campaigns().size() * work.rounds());
    assertThat(counts.balances()).isEqualTo(model.balances());
    assertThat(counts.posted()).isEqualTo(model.accruals().size());
    Map<String, Long> found = new HashMap<>();
    ZERO_IN_EARNINGS.forEach(question -> found.put(question, counts.earnings(question)));
    ZERO_IN_PAYOUT.forEach(question -> found.put("payout: " + question, counts.payout(question)));
    assertThat(found).allSatisfy((question, count) -> assertThat(count).as(question).isZero());
  }
}
