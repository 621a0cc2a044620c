package io.clipmeter.earnings.settlement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many closed rounds are not settled yet, and why. */
@Component
class RoundGauges implements MeterBinder {
  private static final String COUNT = "SELECT count(*) FROM round WHERE status = :status";

  private final JdbcClient jdbc;

  RoundGauges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String status : List.of("WAITING", "HELD")) {
      Gauge.builder("clipmeter.earnings.rounds.open", () -> count(status))
          .description("Closed rounds that wait for pieces (WAITING) or for a readable clip (HELD)")
          .tag("status", status)
          .register(registry);
    }
  }

  private int count(String status) {
    return jdbc.sql(COUNT).param("status", status).query(Integer.class).single();
  }
}
