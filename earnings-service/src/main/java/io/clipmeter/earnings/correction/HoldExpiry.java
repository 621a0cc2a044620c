package io.clipmeter.earnings.correction;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends holds whose time is over. */
@Component
class HoldExpiry {
  private static final int AT_ONCE = 100;

  private final CorrectionDesk desk;
  private final Clock clock;

  HoldExpiry(CorrectionDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${clipmeter.earnings.hold-expiry-every:PT1M}")
  void release() {
    int released;
    do {
      released = desk.releaseExpired(clock.instant(), AT_ONCE);
    } while (released == AT_ONCE);
  }
}
