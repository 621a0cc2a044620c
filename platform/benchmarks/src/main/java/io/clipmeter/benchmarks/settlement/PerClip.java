package io.clipmeter.benchmarks.settlement;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.rounds.Campaign;
import io.clipmeter.benchmarks.rounds.Campaign.Round;
import io.clipmeter.benchmarks.rounds.Expected;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.money.Cpm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The obvious way: one transaction per clip, one thread, the campaign's row locked first. Each clip
 * gets what it is due or what is left, so the last ones of a round may go away empty.
 */
final class PerClip implements Side<Workload>, AutoCloseable {
  static final String NAME = "per_clip";

  private static final String LOCK =
      "SELECT cpm_micros, budget_micros - spent_micros FROM campaign WHERE id = ? FOR UPDATE";
  private static final String CLIP =
      "SELECT baseline_views, high_views, accrued_micros FROM clip WHERE id = ?";
  private static final String ADVANCE =
      "UPDATE clip SET high_views = ?, accrued_micros = accrued_micros + ? WHERE id = ?";
  private static final String SPEND =
      "UPDATE campaign SET spent_micros = spent_micros + ? WHERE id = ?";
  private static final String ENTRY =
      "INSERT INTO ledger_entry (campaign_id, round_id) VALUES (?, ?) RETURNING id";
  private static final String POSTINGS =
      """
      INSERT INTO ledger_posting (entry_id, line, account, amount_micros) VALUES (?, 0, ?, ?), (?, 1, ?, ?)
      """;

  private final Connection connection;
  private final PeerTables tables;
  private final StartLine line;
  private final int campaignsMax;
  private final Statements sql;

  /** Prepared once, as a pool of connections would keep them. */
  private record Statements(
      PreparedStatement lock,
      PreparedStatement clip,
      PreparedStatement advance,
      PreparedStatement spend,
      PreparedStatement entry,
      PreparedStatement postings) {}

  private record Terms(Cpm cpm, long remaining) {}

  /**
   * @param campaignsMax of each turn's work it does only the first few campaigns: its rate does not
   *     depend on their number, and nobody wants to wait
   */
  PerClip(Database database, StartLine line, int campaignsMax) throws SQLException {
    this.connection = database.connect();
    this.tables = PeerTables.create(connection);
    this.line = line;
    this.campaignsMax = campaignsMax;
    this.sql =
        new Statements(
            connection.prepareStatement(LOCK),
            connection.prepareStatement(CLIP),
            connection.prepareStatement(ADVANCE),
            connection.prepareStatement(SPEND),
            connection.prepareStatement(ENTRY),
            connection.prepareStatement(POSTINGS));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Workload all) throws Exception {
    Workload work = all.first(campaignsMax);
    tables.add(work);
    Stopwatch watch = line.start();
    for (int round = 0; round < work.rounds(); round++) {
      for (Expected expected : work.campaigns()) {
        settle(expected.campaign(), expected.campaign().rounds().get(round));
      }
    }
    Run run = watch.stop(work.observations());
    tables.books(work).prove(NAME, work, false);
    return run;
  }

  private void settle(Campaign campaign, Round round) throws SQLException {
    for (int i = 0; i < campaign.clips().size(); i++) {
      settle(campaign, round, campaign.clips().get(i).id(), round.views().get(i));
      connection.commit();
    }
  }

  private void settle(Campaign campaign, Round round, UUID clip, long views) throws SQLException {
    Terms terms = lock(campaign);
    long amount = advance(clip, views, terms);
    if (amount > 0) {
      sql.spend.setLong(1, amount);
      sql.spend.setObject(2, campaign.id());
      sql.spend.executeUpdate();
      post(campaign, round, clip, amount);
    }
  }

  private Terms lock(Campaign campaign) throws SQLException {
    sql.lock.setObject(1, campaign.id());
    try (ResultSet row = sql.lock.executeQuery()) {
      row.next();
      return new Terms(Cpm.ofMicros(row.getLong(1), "USD"), row.getLong(2));
    }
  }

  private long advance(UUID clip, long views, Terms terms) throws SQLException {
    sql.clip.setObject(1, clip);
    try (ResultSet row = sql.clip.executeQuery()) {
      row.next();
      long high = Math.max(row.getLong(2), views);
      long due = terms.cpm().earnedFor(high - row.getLong(1)).micros() - row.getLong(3);
      long amount = Math.min(due, terms.remaining());
      sql.advance.setLong(1, high);
      sql.advance.setLong(2, amount);
      sql.advance.setObject(3, clip);
      sql.advance.executeUpdate();
      return amount;
    }
  }

  private void post(Campaign campaign, Round round, UUID clip, long amount) throws SQLException {
    sql.entry.setObject(1, campaign.id());
    sql.entry.setObject(2, round.id());
    try (ResultSet row = sql.entry.executeQuery()) {
      row.next();
      long entry = row.getLong(1);
      sql.postings.setLong(1, entry);
      sql.postings.setObject(2, campaign.id());
      sql.postings.setLong(3, -amount);
      sql.postings.setLong(4, entry);
      sql.postings.setObject(5, clip);
      sql.postings.setLong(6, amount);
      sql.postings.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
