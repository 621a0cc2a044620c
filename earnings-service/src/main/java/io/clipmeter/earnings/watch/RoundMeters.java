package io.clipmeter.earnings.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts and times what becomes of closed rounds. What is rolled back and tried again is counted
 * again: the journal is what counts, this is what is drawn.
 */
@Component
public class RoundMeters {
  private static final Duration[] DURATIONS = {
    Duration.ofMillis(100),
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Spells the index's condition out: a parameter alone would not find it. */
  private static final String OPEN =
      "SELECT count(*) FROM round WHERE status IN ('WAITING', 'HELD') AND status = :status";

  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final Timer settled;
  private final Timer afterCompletion;
  private final Counter held;

  RoundMeters(MeterRegistry meters, JdbcClient jdbc) {
    this.meters = meters;
    this.jdbc = jdbc;
    this.settled = timer("SETTLED");
    this.afterCompletion = timer("AFTER_COMPLETION");
    this.held =
        Counter.builder("clipmeter.earnings.rounds.held")
            .description("Rounds that would have spent a budget while clips could not be read")
            .register(meters);
    List.of("WAITING", "HELD").forEach(this::showOpen);
  }

  private Timer timer(String status) {
    return Timer.builder("clipmeter.earnings.rounds.settled")
        .description("From a round's close to its end in this status")
        .tag("status", status)
        .serviceLevelObjectives(DURATIONS)
        .register(meters);
  }

  private void showOpen(String status) {
    Gauge.builder("clipmeter.earnings.rounds.open", () -> count(status))
        .description("Closed rounds that wait for a piece (WAITING) or for a clip's reading (HELD)")
        .tag("status", status)
        .register(meters);
  }

  private int count(String status) {
    return jdbc.sql(OPEN).param("status", status).query(Integer.class).single();
  }

  /** Rounds that closed at these instants are settled now. */
  public void settled(List<Instant> closedAt, Instant now) {
    closedAt.forEach(at -> settled.record(since(at, now)));
  }

  /** Rounds that closed at these instants found their budget spent. */
  public void afterCompletion(List<Instant> closedAt, Instant now) {
    closedAt.forEach(at -> afterCompletion.record(since(at, now)));
  }

  /** A timer counts in nanoseconds and throws beyond 292 years, and that may stop no settlement. */
  private static Duration since(Instant closedAt, Instant now) {
    Duration since = Duration.between(closedAt, now);
    if (since.isNegative()) {
      return Duration.ZERO;
    }
    return since.compareTo(LONGEST) > 0 ? LONGEST : since;
  }

  /** A round is held. */
  public void held() {
    held.increment();
  }
}
