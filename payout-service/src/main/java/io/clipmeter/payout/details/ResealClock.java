package io.clipmeter.payout.details;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go of old keys: what they have sealed is sealed anew, again and again until none is left.
 */
@Component
class ResealClock {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int AT_ONCE = 500;

  private final ResealDesk desk;
  private final SealedDetails details;
  private volatile long old;

  ResealClock(ResealDesk desk, SealedDetails details, MeterRegistry meters) {
    this.desk = desk;
    this.details = details;
    Gauge.builder("clipmeter.payout.details.old", () -> old)
        .description("Payout details that another key than the current one has sealed")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${clipmeter.payout.reseal-every:PT1H}")
  void tick() {
    Optional<UUID> last = Optional.of(FIRST);
    while (last.isPresent()) {
      last = desk.reseal(last.get(), AT_ONCE);
    }
    old = details.sealedByOthers();
  }
}
