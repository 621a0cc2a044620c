package io.clipmeter.benchmarks.settlement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.benchmarks.engine.Postgres.Database;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import io.clipmeter.benchmarks.measure.Usage;
import io.clipmeter.benchmarks.rounds.Books;
import io.clipmeter.benchmarks.rounds.RandomWork;
import io.clipmeter.benchmarks.rounds.Workload;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.Trials;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each side proves its own sums when it has run, so running is all there is to do. */
class PeersIT {
  private static final StartLine IDLE = () -> Stopwatch.start(() -> Usage.NONE);

  private final Engines engines = Engines.fresh();

  @AfterEach
  void end() {
    engines.close();
  }

  @Test
  void aTransactionPerClipSpendsEachBudgetExactly() throws Exception {
    try (PerClip perClip = new PerClip(database(), IDLE, 100)) {
      Trials.of(15).check(random -> perClip.run(RandomWork.from(random)));
    }
  }

  @Test
  void bareSqlPaysEachClipByTheRule() throws SQLException {
    try (BareSql bareSql = new BareSql(database(), IDLE)) {
      Trials.of(25).check(random -> bareSql.run(RandomWork.from(random)));
    }
  }

  @Test
  void aSingleMicroUnitTooManyIsFound() throws Exception {
    Workload work = RandomWork.from(new SplittableRandom(1));
    try (BareSql bareSql = new BareSql(database(), IDLE);
        Connection connection = database().connect()) {
      bareSql.run(work);
      change(connection, "UPDATE clip SET accrued_micros = accrued_micros + 1");

      assertThatThrownBy(
              () -> Books.read(connection, work, PeerTables.JOURNAL).prove("x", work, true))
          .hasMessageContaining("accrued");

      change(connection, "UPDATE clip SET accrued_micros = accrued_micros - 1");
      change(connection, "UPDATE ledger_posting SET amount_micros = amount_micros + 1");
      assertThatThrownBy(
              () -> Books.read(connection, work, PeerTables.JOURNAL).prove("x", work, true))
          .hasMessageContaining("sum to zero");
    }
  }

  private static void change(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
      connection.commit();
    }
  }

  private Database database() {
    return new Database(engines.jdbcUrl(), engines.username(), engines.password());
  }
}
