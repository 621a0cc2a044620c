package io.clipmeter.tracking.gauge;

import io.clipmeter.tracking.source.usage.Cadence;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the tables say of the rounds of all instances: which are open, for how long, and which ought
 * to be.
 */
@Component
class RoundGauges implements MeterBinder {
  private static final Duration LATE = Duration.ofMinutes(5);
  private static final String OPEN = "SELECT count(*) FROM round WHERE status = 'OPEN'";
  private static final String OLDEST =
      "SELECT coalesce(extract(epoch FROM :now::timestamptz - min(claimed_at)), 0) FROM round WHERE"
          + " status = 'OPEN'";

  /** A campaign that was never read is due when it is published or, later, has its first clip. */
  private static final String OVERDUE =
      """
      SELECT count(*) FROM campaign c
      LEFT JOIN LATERAL (
        SELECT status, claimed_at FROM round WHERE campaign_id = c.id ORDER BY number DESC LIMIT 1
      ) last ON true
      WHERE c.status = 'ACTIVE' AND c.budget_left AND c.completed_at IS NULL
        AND (c.ends_at IS NULL OR c.ends_at > :late)
        AND last.status IS DISTINCT FROM 'OPEN'
        AND coalesce(last.claimed_at + least(c.tracking_interval * :stretch, greatest(c.tracking_interval, interval '24 hours')),
                     c.published_at) <= :late
        AND EXISTS (SELECT FROM clip WHERE campaign_id = c.id AND status = 'TRACKED' AND baseline_at <= :late)
      """;

  private final JdbcClient jdbc;
  private final Cadence cadence;
  private final ClocksInStep clocks;
  private final Clock clock;

  RoundGauges(JdbcClient jdbc, Cadence cadence, ClocksInStep clocks, Clock clock) {
    this.jdbc = jdbc;
    this.cadence = cadence;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("clipmeter.tracking.rounds.open", this, RoundGauges::open)
        .description("Rounds that are being read, in all instances")
        .register(registry);
    Gauge.builder("clipmeter.tracking.rounds.oldest", this, gauges -> gauges.inStep(gauges::oldest))
        .description("For how long the oldest open round has been read")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder(
            "clipmeter.tracking.campaigns.overdue", this, gauges -> gauges.inStep(gauges::overdue))
        .description("Campaigns whose next round should have begun 5 minutes ago or earlier")
        .register(registry);
  }

  private double open() {
    return jdbc.sql(OPEN).query(Integer.class).single();
  }

  /** To a clock that is far ahead all is late; it says nothing, others know. */
  private double inStep(ToDoubleFunction<Instant> gauge) {
    Instant now = clock.instant();
    return clocks.at(now) ? gauge.applyAsDouble(now) : Double.NaN;
  }

  private double oldest(Instant now) {
    return jdbc.sql(OLDEST).param("now", Timestamp.from(now)).query(Double.class).single();
  }

  private double overdue(Instant now) {
    return jdbc.sql(OVERDUE)
        .param("late", Timestamp.from(now.minus(LATE)))
        .param("stretch", cadence.stretch())
        .query(Integer.class)
        .single();
  }
}
