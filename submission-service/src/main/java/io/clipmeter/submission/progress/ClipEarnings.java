package io.clipmeter.submission.progress;

import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clip earned.
 *
 * @param soFar all of it up to now
 * @param whenOver the same as {@code soFar} once its campaign is over; null before
 */
record ClipEarnings(UUID clipId, Money soFar, @Nullable Money whenOver) {

  private static ClipEarnings of(EarningsAccrued accrued) {
    return new ClipEarnings(accrued.clipId(), accrued.clipTotal().toMoney(), null);
  }

  private static ClipEarnings of(EarningsFinalized finalized) {
    Money all = finalized.finalEarnings().toMoney();
    return new ClipEarnings(finalized.clipId(), all, all);
  }

  /** What an event says that a clip earned by its views, if it does. */
  static Optional<ClipEarnings> of(Event event) {
    return switch (event) {
      case EarningsAccrued accrued -> Optional.of(of(accrued));
      case EarningsFinalized finalized -> Optional.of(of(finalized));
      default -> Optional.empty();
    };
  }

  /** Both of one clip in one: the larger sum, and the final one as soon as there is one. */
  ClipEarnings with(ClipEarnings later) {
    Money larger = soFar.compareTo(later.soFar) >= 0 ? soFar : later.soFar;
    return new ClipEarnings(clipId, larger, whenOver == null ? later.whenOver : whenOver);
  }
}
