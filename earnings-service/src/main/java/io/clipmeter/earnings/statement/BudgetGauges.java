package io.clipmeter.earnings.statement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Budget and spent of the newest campaigns, in whole currency units as dashboards draw them; not
 * for computing.
 */
@Component
class BudgetGauges {
  private static final String NEWEST =
      "SELECT id, name, currency, budget_micros, spent_micros FROM campaign ORDER BY id DESC LIMIT"
          + " 100";
  private static final double MICROS = 1e6;

  private record Row(Tags tags, long budget, long spent) {}

  private final JdbcClient jdbc;
  private final MultiGauge budget;
  private final MultiGauge spent;

  BudgetGauges(JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.budget = MultiGauge.builder("clipmeter.earnings.budget").register(meters);
    this.spent = MultiGauge.builder("clipmeter.earnings.spent").register(meters);
  }

  @Scheduled(fixedDelayString = "${clipmeter.earnings.check-every:PT15S}")
  void refresh() {
    List<Row> rows =
        jdbc.sql(NEWEST)
            .query(
                (rs, n) ->
                    new Row(
                        Tags.of(
                            "campaign", rs.getString(1),
                            "name", rs.getString(2),
                            "currency", rs.getString(3)),
                        rs.getLong(4),
                        rs.getLong(5)))
            .list();
    budget.register(gauges(rows, Row::budget), true);
    spent.register(gauges(rows, Row::spent), true);
  }

  private static List<MultiGauge.Row<?>> gauges(List<Row> rows, ToLongFunction<Row> micros) {
    return rows.stream()
        .<MultiGauge.Row<?>>map(
            row -> MultiGauge.Row.of(row.tags(), micros.applyAsLong(row) / MICROS))
        .toList();
  }
}
