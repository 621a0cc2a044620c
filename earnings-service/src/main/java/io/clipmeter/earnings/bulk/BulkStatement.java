package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.round.RoundReadings;
import io.clipmeter.events.RoundClosed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Settles runs of rounds of different campaigns by one statement: raises heights and totals,
 * spends, and writes the journal. A run that it cannot settle is in its answer; the transaction
 * must then be rolled back to before it.
 */
@Component
class BulkStatement {
  private final JdbcClient jdbc;

  BulkStatement(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What became of a round.
   *
   * @param settled false where its run is not all there, or would spend the budget
   * @param whole whether each of its clips is there
   * @param settlement the journal's entry
   * @param earners clips that earned anything
   * @param total what they earned
   * @param spent of the budget after the whole run
   */
  record Result(
      boolean settled,
      boolean whole,
      long settlement,
      int earners,
      long total,
      long spent,
      long budget) {}

  /** A round of a run, with the place of the run among all. */
  private record Line(int run, RoundClosed closed) {}

  /** A list for each run, with one result for each of its rounds. */
  List<List<Result>> settle(List<Run> runs, Instant now) {
    jdbc.sql(BulkSql.PLAN).query().singleRow();
    List<Line> lines = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      int of = run + 1;
      runs.get(run).rounds().stream()
          .map(round -> new Line(of, Objects.requireNonNull(round.closed())))
          .forEach(lines::add);
    }
    JdbcClient.StatementSpec statement = jdbc.sql(BulkSql.SETTLE).param("now", Timestamp.from(now));
    ofLines(ofRuns(statement, runs), lines);
    List<Result> results = RunReadings.of(runs).into(statement).query(BulkStatement::result).list();
    return byRun(runs, results);
  }

  private static List<List<Result>> byRun(List<Run> runs, List<Result> results) {
    List<List<Result>> byRun = new ArrayList<>();
    int from = 0;
    for (Run run : runs) {
      int to = from + run.rounds().size();
      byRun.add(results.subList(from, to));
      from = to;
    }
    return byRun;
  }

  private static JdbcClient.StatementSpec ofRuns(
      JdbcClient.StatementSpec statement, List<Run> runs) {
    return statement
        .param("campaigns", column(runs, Run::campaignId, UUID[]::new))
        .param("versions", longs(runs, run -> run.pay().version()))
        .param("others", longs(runs, run -> run.pay().otherUntil()))
        .param("cpms", longs(runs, run -> run.pay().cpmMicros()))
        .param("caps", longs(runs, run -> run.pay().capMicros()))
        .param("mins", longs(runs, run -> run.pay().minViews()))
        .param("lefts", longs(runs, run -> run.pay().leftMicros()));
  }

  private static void ofLines(JdbcClient.StatementSpec statement, List<Line> lines) {
    statement
        .param("ids", column(lines, line -> line.closed().roundId(), UUID[]::new))
        .param("runs", lines.stream().mapToInt(Line::run).toArray())
        .param("numbers", longs(lines, line -> line.closed().number()))
        .param("clips", lines.stream().mapToInt(line -> line.closed().clips()).toArray())
        .param("closedAts", longs(lines, line -> RoundReadings.micros(line.closed().closedAt())))
        .param(
            "roundVersions",
            lines.stream().map(line -> line.closed().campaignVersion()).toArray(Long[]::new));
  }

  private static Result result(ResultSet rs, int row) throws SQLException {
    return new Result(
        rs.getBoolean("settled"),
        rs.getBoolean("whole"),
        rs.getLong("settlement"),
        rs.getInt("earners"),
        rs.getLong("total"),
        rs.getLong("spent_micros"),
        rs.getLong("budget_micros"));
  }

  private static <R> long[] longs(List<R> rows, ToLongFunction<R> value) {
    return rows.stream().mapToLong(value).toArray();
  }

  private static <R, C> C[] column(List<R> rows, Function<R, C> value, IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
