package io.clipmeter.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedClockTest {
  private static final Instant SHARED = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant OURS = SHARED.plusSeconds(1_000_000);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final SharedClock clock = new SharedClock(Clock.fixed(OURS, ZoneOffset.UTC), nanos::get);

  @Test
  void theDatabasesTimeGoesOnByTheMachinesCounterEvenWhereThatOverflows() {
    clock.set(SHARED);
    assertThat(clock.now()).isEqualTo(SHARED);

    nanos.addAndGet(10);
    assertThat(clock.now()).isEqualTo(SHARED.plusNanos(10));
    nanos.addAndGet(Duration.ofHours(3).toNanos());
    assertThat(clock.now()).isEqualTo(SHARED.plusNanos(10).plus(Duration.ofHours(3)));
  }

  @Test
  void aLaterLookCountsAlone() {
    clock.set(SHARED);
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    clock.set(SHARED.plusSeconds(9));

    nanos.addAndGet(1);
    assertThat(clock.now()).isEqualTo(SHARED.plusSeconds(9).plusNanos(1));
  }

  @Test
  void untilTheDatabaseWasAskedOurTimeIsAllThereIs() {
    assertThat(clock.now()).isEqualTo(OURS);
  }
}
