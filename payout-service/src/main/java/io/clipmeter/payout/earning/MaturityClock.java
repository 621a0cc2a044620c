package io.clipmeter.payout.earning;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for what has become payable, and shows for how long something is that did not become so.
 */
@Component
class MaturityClock {
  private static final Logger LOG = LoggerFactory.getLogger(MaturityClock.class);
  private static final int AT_ONCE = 1_000;

  private final MaturityDesk desk;
  private final Maturities maturities;
  private final Clock clock;
  // Kept, so that the age grows on where no look succeeds any more.
  private volatile Optional<Instant> oldest = Optional.empty();

  MaturityClock(MaturityDesk desk, Maturities maturities, Clock clock, MeterRegistry meters) {
    this.desk = desk;
    this.maturities = maturities;
    this.clock = clock;
    Gauge.builder("clipmeter.payout.overdue.age", this::overdue)
        .description("For how long earnings are due that did not become payable; 0 where none are")
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${clipmeter.payout.maturity-every:PT1M}")
  void tick() {
    Instant now = clock.instant();
    try {
      mature(null, now);
    } catch (RuntimeException e) {
      LOG.warn("what is due becomes payable clipper by clipper: {}", e.toString());
      maturities.owners(now).forEach(owner -> matureAlone(owner, now));
    }
    oldest = maturities.oldest();
  }

  /** Whoever's books are wrong keeps nobody else waiting. */
  private void matureAlone(String clipperId, Instant now) {
    try {
      mature(clipperId, now);
    } catch (RuntimeException e) {
      LOG.error("what clipper {} has earned does not become payable", clipperId, e);
    }
  }

  private void mature(@Nullable String clipperId, Instant now) {
    int matured;
    do {
      matured = desk.mature(clipperId, now, AT_ONCE);
    } while (matured == AT_ONCE);
  }

  private double overdue() {
    return oldest
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000d))
        .orElse(0d);
  }
}
