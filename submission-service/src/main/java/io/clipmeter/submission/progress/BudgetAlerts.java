package io.clipmeter.submission.progress;

import io.clipmeter.events.BudgetSpent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which thresholds of their budgets campaigns have reached, and how many stand at each. */
@Component
class BudgetAlerts implements MeterBinder {
  private static final List<Integer> SHOWN = List.of(50, 80, 95, 100);
  private static final String REACHED =
      "SELECT id, alert_percent FROM campaign WHERE id = ANY (:ids::uuid[]) FOR UPDATE";
  private static final String NOTE =
      """
      UPDATE campaign c SET alert_percent = t.percent
      FROM unnest(:ids::uuid[], :percents::int[]) AS t (id, percent)
      WHERE c.id = t.id AND c.alert_percent <> t.percent
      """;
  private static final String COUNT =
      """
      SELECT count(*) FROM campaign
      WHERE alert_percent > 0 AND status IN ('ACTIVE', 'PAUSED') AND alert_percent = :percent
      """;

  private final JdbcClient sql;

  BudgetAlerts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Takes note of them, behind what is spent.
   *
   * @return those that tell of a threshold for the first time
   */
  List<BudgetSpent> take(List<BudgetSpent> told) {
    Map<UUID, Integer> before = reached(told);
    CrossingPolicy.Outcome outcome = CrossingPolicy.of(before, told);
    if (!outcome.reached().equals(before)) {
      note(outcome.reached());
    }
    return outcome.crossings();
  }

  private Map<UUID, Integer> reached(List<BudgetSpent> told) {
    Map<UUID, Integer> reached = new HashMap<>();
    sql.sql(REACHED)
        .param("ids", told.stream().map(BudgetSpent::campaignId).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              reached.put(row.getObject("id", UUID.class), row.getInt("alert_percent"));
            });
    return reached;
  }

  private void note(Map<UUID, Integer> reached) {
    List<UUID> ids = List.copyOf(reached.keySet());
    sql.sql(NOTE)
        .param("ids", ids.toArray(UUID[]::new))
        .param("percents", ids.stream().map(reached::get).toArray(Integer[]::new))
        .update();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (int percent : SHOWN) {
      Gauge.builder("clipmeter.submission.budgets.reached", this, alerts -> alerts.count(percent))
          .description("Running campaigns that have spent so much of their budget, and not more")
          .tag("percent", String.valueOf(percent))
          .register(meters);
    }
  }

  private long count(int percent) {
    return sql.sql(COUNT).param("percent", percent).query(Long.class).single();
  }
}
