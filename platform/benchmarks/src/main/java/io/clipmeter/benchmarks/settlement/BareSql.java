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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The least that a round can cost in this database: one statement and one transaction each, one
 * connection, everything in memory already, and nobody told. Only a round that has to share what is
 * left takes more.
 */
final class BareSql implements Side<Workload>, AutoCloseable {
  static final String NAME = "bare_sql";

  private static final String CHECK_VIOLATED = "23514";

  private final Connection connection;
  private final PeerTables tables;
  private final StartLine line;
  private final PreparedStatement settle;
  private final RationedRound rationed;

  BareSql(Database database, StartLine line) throws SQLException {
    this.connection = database.connect();
    this.tables = PeerTables.create(connection);
    this.line = line;
    this.settle = connection.prepareStatement(RoundStatement.BY_THE_RULE);
    this.rationed = new RationedRound(connection);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Workload work) throws Exception {
    tables.add(work);
    Stopwatch watch = line.start();
    for (int round = 0; round < work.rounds(); round++) {
      for (Expected expected : work.campaigns()) {
        settle(expected.campaign(), expected.campaign().rounds().get(round));
      }
    }
    Run run = watch.stop(work.observations());
    tables.books(work).prove(NAME, work, true);
    return run;
  }

  /** As if there were enough; the budget's constraint tells where there is not. */
  private void settle(Campaign campaign, Round round) throws SQLException {
    try {
      settle.setObject(1, campaign.id());
      settle.setObject(2, round.id());
      settle.setArray(3, connection.createArrayOf("uuid", campaign.clipIds()));
      settle.setArray(4, connection.createArrayOf("int8", round.views().toArray()));
      settle.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      if (!CHECK_VIOLATED.equals(e.getSQLState())) {
        throw e;
      }
      rationed.settle(campaign, round);
      connection.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
