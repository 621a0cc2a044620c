package io.clipmeter.analytics.balance;

import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that is earned and can't be paid out yet, as one event tells it.
 *
 * @param id of the accrual, or of the hold
 * @param amount more than 0
 * @param payableAt when it can be paid out by itself; null where it is released
 * @param released whether it is
 */
record Hold(
    UUID id, String clipperId, Money amount, @Nullable Instant payableAt, boolean released) {

  /** What an event of the earnings topic holds or releases, if anything. */
  static Optional<Hold> of(Event event) {
    return switch (event) {
      case EarningsAccrued e when e.payableAt() != null && e.amount().toMoney().isPositive() ->
          Optional.of(
              new Hold(e.accrualId(), e.clipperId(), e.amount().toMoney(), e.payableAt(), false));
      case EarningsHeld e ->
          Optional.of(new Hold(e.holdId(), e.clipperId(), e.amount().toMoney(), null, false));
      case EarningsReleased e ->
          Optional.of(new Hold(e.holdId(), e.clipperId(), e.amount().toMoney(), null, true));
      default -> Optional.empty();
    };
  }

  /** Both together: what is released stays so, whichever was heard first. */
  Hold and(Hold other) {
    return other.released ? other : this;
  }
}
