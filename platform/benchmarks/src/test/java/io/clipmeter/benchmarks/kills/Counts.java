package io.clipmeter.benchmarks.kills;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Looks into the two databases from outside. For one thread. */
final class Counts implements AutoCloseable {
  private static final String SETTLED = "SELECT count(*) FROM settlement";
  private static final String WAITING =
      "SELECT count(*) FROM round WHERE status IN ('WAITING', 'HELD')";
  private static final String OWED = "SELECT count(*) FROM receipt WHERE amount_micros > 0";
  private static final String POSTED = "SELECT count(*) FROM ledger_entry WHERE kind = 'ACCRUAL'";
  private static final String KNOWN =
      "SELECT (SELECT count(*) FROM clip) + (SELECT count(*) FROM campaign)";
  private static final String UNSENT =
      """
      SELECT coalesce(sum(s.next_seq - 1 - r.relayed), 0)
      FROM chassis.outbox_shard s JOIN chassis.outbox_relay r ON r.shard = s.shard
      """;
  private static final String PLACES =
      """
      SELECT topic || '-' || part, next_offset FROM chassis.consumer_offset
      WHERE consumer NOT LIKE '%:set-aside'
      """;

  /**
   * What had begun and was not over.
   *
   * @param rounds told and not settled
   * @param unsent rows of the outbox of earnings that the broker may not have
   * @param unposted accruals that are settled and not posted to their clippers
   */
  record Begun(long rounds, long unsent, long unposted) {}

  private final Connection earnings;
  private final Connection payout;

  Counts(Database earnings, Database payout) throws SQLException {
    this.earnings = earnings.connect();
    this.payout = payout.connect();
    this.earnings.setAutoCommit(true);
    this.payout.setAutoCommit(true);
  }

  long settled() {
    return earnings(SETTLED);
  }

  long posted() {
    return payout(POSTED);
  }

  /** Clips and campaigns that earnings has heard of. */
  long known() {
    return earnings(KNOWN);
  }

  /** Rounds that are in the tables until they can be settled. */
  long waiting() {
    return earnings(WAITING);
  }

  /** Rows of both outboxes. */
  long unsent() {
    return earnings(UNSENT) + payout(UNSENT);
  }

  /**
   * What is under way.
   *
   * @param told rounds that were sent in full
   */
  Begun begun(long told) {
    long unposted = earnings(OWED) - posted();
    return new Begun(told - settled(), earnings(UNSENT), unposted);
  }

  long earnings(String question) {
    return rows(earnings, "SELECT 'one', (" + question + ")").getOrDefault("one", 0L);
  }

  long payout(String question) {
    return rows(payout, "SELECT 'one', (" + question + ")").getOrDefault("one", 0L);
  }

  /** The offset that each partition is consumed from next, by topic and partition. */
  Map<String, Long> earningsPlaces() {
    return rows(earnings, PLACES);
  }

  /** The same of the payout service. */
  Map<String, Long> payoutPlaces() {
    return rows(payout, PLACES);
  }

  /** What payout has of each clipper, in micro-units. */
  Map<String, Long> balances() {
    return rows(payout, "SELECT clipper_id, earned_micros FROM balance");
  }

  private static Map<String, Long> rows(Connection connection, String question) {
    Map<String, Long> found = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(question);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getLong(2));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  @Override
  public void close() throws SQLException {
    earnings.close();
    payout.close();
  }
}
