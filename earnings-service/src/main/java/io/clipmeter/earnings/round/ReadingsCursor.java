package io.clipmeter.earnings.round;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clips of a round with their readings, where memory does not hold them at once: found and
 * sorted once by the database, and gone through as often as is wanted, as they were at first,
 * whatever is written meanwhile. Lives inside one transaction.
 */
public final class ReadingsCursor implements AutoCloseable {
  private static final AtomicLong OPENED = new AtomicLong();
  private static final int FETCHED_AT_ONCE = 10_000;

  /** All rows are wanted, so a plan that has the first of them soon is of no use. */
  private static final String PLAN =
      "SELECT set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '64MB', true)";

  private final JdbcClient jdbc;
  private final String name;

  private ReadingsCursor(JdbcClient jdbc, String name) {
    this.jdbc = jdbc;
    this.name = name;
  }

  /** Over the rows of this query. */
  static ReadingsCursor open(JdbcClient jdbc, String query, Map<String, ?> parameters) {
    String name = "readings_" + OPENED.incrementAndGet();
    jdbc.sql(PLAN).query().singleRow();
    jdbc.sql("DECLARE " + name + " SCROLL CURSOR FOR " + query).params(parameters).update();
    return new ReadingsCursor(jdbc, name);
  }

  /** How many clips these are. */
  public int count() {
    toTheFirst();
    return jdbc.sql("MOVE FORWARD ALL IN " + name).update();
  }

  /** One after the other, sorted by clip id. */
  public void each(Consumer<ClipReading> taker) {
    toTheFirst();
    String next = "FETCH FORWARD " + FETCHED_AT_ONCE + " FROM " + name;
    List<ClipReading> some;
    do {
      some = jdbc.sql(next).query((rs, n) -> Readings.reading(rs)).list();
      some.forEach(taker);
    } while (!some.isEmpty());
  }

  private void toTheFirst() {
    jdbc.sql("MOVE ABSOLUTE 0 IN " + name).update();
  }

  @Override
  public void close() {
    jdbc.sql("CLOSE " + name).update();
  }
}
