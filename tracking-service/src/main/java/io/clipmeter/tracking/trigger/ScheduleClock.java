package io.clipmeter.tracking.trigger;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What the schedule that all instances share goes by: the database's time, carried on from one look
 * to the next by the machine's counter. A turn that is set by it comes when the others expect it,
 * and a clock of this machine that jumps back makes nothing wait.
 */
@Component
final class ScheduleClock implements com.github.kagkarlsson.scheduler.Clock {
  private final Clock ours;
  private final LongSupplier nanos;
  private volatile @Nullable Look last;

  @Autowired
  ScheduleClock(Clock ours) {
    this(ours, System::nanoTime);
  }

  ScheduleClock(Clock ours, LongSupplier nanos) {
    this.ours = ours;
    this.nanos = nanos;
  }

  private record Look(Instant shared, long nanos) {
    Instant after(long later) {
      return shared.plusNanos(later - nanos);
    }
  }

  /** Goes on from what the database's clock shows now. */
  void set(Instant shared) {
    last = new Look(shared, nanos.getAsLong());
  }

  /** Our own time where the database's was never read. */
  @Override
  public Instant now() {
    Look look = last;
    return look == null ? ours.instant() : look.after(nanos.getAsLong());
  }
}
