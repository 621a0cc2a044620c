package io.clipmeter.tracking.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables say of the jobs of all instances. */
@Component
class JobGauges implements MeterBinder {
  private static final String COUNT = "SELECT count(*) FROM scraping_job WHERE state = :state";
  private static final String OLDEST =
      """
      SELECT coalesce(extract(epoch FROM :now::timestamptz - min(created_at)), 0) FROM scraping_job
      WHERE state = 'QUEUED'
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  JobGauges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Job.State state : Job.State.values()) {
      Gauge.builder("clipmeter.tracking.jobs", this, gauges -> gauges.count(state))
          .description("Scraping jobs that are kept")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder("clipmeter.tracking.jobs.oldest", this, JobGauges::oldest)
        .description("For how long the oldest waiting job has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  private double count(Job.State state) {
    return jdbc.sql(COUNT).param("state", state.name()).query(Long.class).single();
  }

  private double oldest() {
    return jdbc.sql(OLDEST)
        .param("now", Timestamp.from(clock.instant()))
        .query(Double.class)
        .single();
  }
}
