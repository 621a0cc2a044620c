package io.clipmeter.submission.progress;

import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clip earned.
 *
 * @param soFar all of it up to now
 * @param end what it was at the newest end of its campaign; null before the first
 */
record ClipEarnings(UUID clipId, Money soFar, @Nullable End end) {

  /** A campaign that is opened again ends again, with more. */
  record End(Money earned, Instant at) {
    static @Nullable End newer(@Nullable End one, @Nullable End other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return other.at.isAfter(one.at) ? other : one;
    }
  }

  private static ClipEarnings of(EarningsAccrued accrued) {
    return new ClipEarnings(accrued.clipId(), accrued.clipTotal().toMoney(), null);
  }

  private static ClipEarnings of(EarningsFinalized finalized) {
    Money all = finalized.finalEarnings().toMoney();
    return new ClipEarnings(finalized.clipId(), all, new End(all, finalized.finalizedAt()));
  }

  /** What an event says that a clip earned by its views, if it does. */
  static Optional<ClipEarnings> of(Event event) {
    return switch (event) {
      case EarningsAccrued accrued -> Optional.of(of(accrued));
      case EarningsFinalized finalized -> Optional.of(of(finalized));
      default -> Optional.empty();
    };
  }

  /** Both of one clip in one: the larger sum and the newer end, in whatever order they came. */
  ClipEarnings with(ClipEarnings other) {
    Money larger = soFar.compareTo(other.soFar) >= 0 ? soFar : other.soFar;
    return new ClipEarnings(clipId, larger, End.newer(end, other.end));
  }
}
