package io.clipmeter.payout.turn;

import com.github.kagkarlsson.scheduler.Clock;
import io.clipmeter.chassis.time.SharedClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the schedule that all instances share go by the database's clock: a machine's own that jumps
 * back would have payments wait for as long as the jump, and one that is ahead would take turns of
 * others for dead.
 */
@Component
public final class TurnClock implements Clock {
  static final Duration APART_MAX = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(TurnClock.class);

  private final JdbcClient jdbc;
  private final java.time.Clock ours;
  private final SharedClock shared;
  private final AtomicBoolean wasInStep = new AtomicBoolean(true);

  /** Makes its first look, so that there is one before the schedule starts. */
  public TurnClock(JdbcClient jdbc, java.time.Clock ours, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.ours = ours;
    this.shared = new SharedClock(ours);
    look();
    Gauge.builder("clipmeter.payout.clock.apart", this, clock -> clock.inStep() ? 0 : 1)
        .description("1 while this instance's clock is so wrong that it calls no provider")
        .register(meters);
  }

  /** Goes on from what the database's clock shows now, or as before where that cannot be read. */
  void look() {
    try {
      shared.set(jdbc.sql("SELECT clock_timestamp()").query(Timestamp.class).single().toInstant());
    } catch (RuntimeException e) {
      LOG.warn("the database's clock cannot be read: {}", e.toString());
    }
  }

  @Override
  public Instant now() {
    return shared.now();
  }

  /**
   * Whether our own clock may be gone by. To one that is wrong, an order that a provider does not
   * recognize any more may be sent again, and a call of others that goes on has ended.
   */
  public boolean inStep() {
    Duration apart = Duration.between(now(), ours.instant()).abs();
    boolean inStep = apart.compareTo(APART_MAX) <= 0;
    if (wasInStep.getAndSet(inStep) != inStep) {
      tell(inStep);
    }
    return inStep;
  }

  private static void tell(boolean inStep) {
    if (inStep) {
      LOG.info("the clock is in step with the database's again");
    } else {
      LOG.error("the clock is more than {} from the database's: nobody is paid", APART_MAX);
    }
  }
}
