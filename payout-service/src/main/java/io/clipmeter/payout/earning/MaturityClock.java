package io.clipmeter.payout.earning;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for what has become payable. */
@Component
class MaturityClock {
  private static final int AT_ONCE = 1_000;

  private final MaturityDesk desk;
  private final Clock clock;

  MaturityClock(MaturityDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${clipmeter.payout.maturity-every:PT1M}")
  void tick() {
    int matured;
    do {
      matured = desk.mature(clock.instant(), AT_ONCE);
    } while (matured == AT_ONCE);
  }
}
