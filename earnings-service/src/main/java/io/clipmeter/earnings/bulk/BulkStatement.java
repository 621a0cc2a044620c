package io.clipmeter.earnings.bulk;

import io.clipmeter.earnings.bulk.Standing.Pay;
import io.clipmeter.earnings.round.OpenRound;
import io.clipmeter.earnings.round.Reading;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Settles rounds of different campaigns by one statement: raises heights and totals, spends, and
 * writes the journal. A round that it cannot settle is in its answer; the transaction must then be
 * rolled back to before it.
 */
@Component
class BulkStatement {
  // As the database sorts them: each receipt then goes to the end of its index.
  private static final Comparator<Reading> IN_ORDER =
      Comparator.comparing(
          Reading::clipId,
          (one, other) -> {
            int high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
            return high != 0
                ? high
                : Long.compareUnsigned(
                    one.getLeastSignificantBits(), other.getLeastSignificantBits());
          });

  private final JdbcClient jdbc;

  BulkStatement(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A round and what it pays. */
  record Bulk(OpenRound round, Pay pay) {
    RoundClosed closed() {
      return Objects.requireNonNull(round.closed());
    }
  }

  /**
   * What became of a round.
   *
   * @param settled false where it is not all there, or would spend the budget
   * @param settlement the journal's entry
   * @param earners clips that earned anything
   */
  record Result(
      int place, boolean settled, long settlement, int earners, long spent, long budget) {}

  /** One result for each round, with its place among them. */
  List<Result> settle(List<Bulk> rounds, Instant now) {
    jdbc.sql(BulkSql.PLAN).query().singleRow();
    List<Reading> readings = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < rounds.size(); place++) {
      List<Reading> sorted = new ArrayList<>(rounds.get(place).round().readings());
      sorted.sort(IN_ORDER);
      readings.addAll(sorted);
      places.addAll(Collections.nCopies(sorted.size(), place));
    }
    JdbcClient.StatementSpec statement = jdbc.sql(BulkSql.SETTLE).param("now", Timestamp.from(now));
    return ofReadings(ofRounds(statement, rounds), readings, places)
        .query(BulkStatement::result)
        .list();
  }

  private static JdbcClient.StatementSpec ofRounds(
      JdbcClient.StatementSpec statement, List<Bulk> rounds) {
    return statement
        .param("ids", column(rounds, each -> each.round().id(), UUID[]::new))
        .param("campaigns", column(rounds, each -> each.round().campaignId(), UUID[]::new))
        .param("numbers", column(rounds, each -> each.closed().number(), Long[]::new))
        .param("clips", column(rounds, each -> each.closed().clips(), Integer[]::new))
        .param("closedAts", column(rounds, each -> micros(each.closed().closedAt()), Long[]::new))
        .param(
            "roundVersions",
            rounds.stream().map(each -> each.closed().campaignVersion()).toArray(Long[]::new))
        .param("versions", column(rounds, each -> each.pay().version(), Long[]::new))
        .param("others", column(rounds, each -> each.pay().otherUntil(), Long[]::new))
        .param("cpms", column(rounds, each -> each.pay().cpmMicros(), Long[]::new))
        .param("caps", column(rounds, each -> each.pay().capMicros(), Long[]::new))
        .param("mins", column(rounds, each -> each.pay().minViews(), Long[]::new))
        .param("lefts", column(rounds, each -> each.pay().leftMicros(), Long[]::new))
        .param(
            "mosts", column(rounds, each -> Long.MAX_VALUE / each.closed().clips(), Long[]::new));
  }

  private static JdbcClient.StatementSpec ofReadings(
      JdbcClient.StatementSpec statement, List<Reading> readings, List<Integer> places) {
    return statement
        .param("places", places.toArray(Integer[]::new))
        .param("readClips", column(readings, Reading::clipId, UUID[]::new))
        .param("views", readings.stream().map(Reading::views).toArray(Long[]::new))
        .param("gone", column(readings, r -> r.outcome() == ReadingOutcome.GONE, Boolean[]::new))
        .param("times", column(readings, reading -> micros(reading.observedAt()), Long[]::new))
        .param("sources", column(readings, reading -> reading.source().name(), String[]::new));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Result result(ResultSet rs, int row) throws SQLException {
    return new Result(
        rs.getInt("place"),
        rs.getBoolean("settled"),
        rs.getLong("settlement"),
        rs.getInt("earners"),
        rs.getLong("spent_micros"),
        rs.getLong("budget_micros"));
  }

  private static <R, C> C[] column(List<R> rows, Function<R, C> value, IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
