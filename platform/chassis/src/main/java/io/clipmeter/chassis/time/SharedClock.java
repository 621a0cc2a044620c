package io.clipmeter.chassis.time;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The database's time, carried on from one look to the next by the machine's counter. A turn that
 * is set by it comes when the other instances expect it, and a clock of this machine that jumps
 * back makes nothing wait. Safe for any number of threads.
 */
public final class SharedClock {
  private final Clock ours;
  private final LongSupplier nanos;
  private volatile @Nullable Look last;

  /** Goes by our own clock until it is {@link #set}. */
  public SharedClock(Clock ours) {
    this(ours, System::nanoTime);
  }

  SharedClock(Clock ours, LongSupplier nanos) {
    this.ours = ours;
    this.nanos = nanos;
  }

  private record Look(Instant shared, long nanos) {
    Instant after(long later) {
      return shared.plusNanos(later - nanos);
    }
  }

  /** Goes on from what the database's clock shows now. */
  public void set(Instant shared) {
    last = new Look(shared, nanos.getAsLong());
  }

  /** Our own time where the database's was never read. Asks nobody. */
  public Instant now() {
    Look look = last;
    return look == null ? ours.instant() : look.after(nanos.getAsLong());
  }
}
