package io.clipmeter.payout.earning;

import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.EntryKind;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the earnings service told of, as an entry of the journal.
 *
 * @param clipId the clip that it is about
 * @param happened when the earnings service says that it happened
 * @param payableAt from when on it can be paid out; null for at once
 */
record Earning(JournalEntry entry, UUID clipId, Instant happened, @Nullable Instant payableAt)
    implements Heard {
  private static final long HALF_A_MICROSECOND = 500;

  /** As the database keeps them: what is compared with a row must not depend on where it was. */
  Earning {
    happened = kept(happened);
    payableAt = payableAt == null ? null : kept(payableAt);
  }

  private static Instant kept(Instant at) {
    return at.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS);
  }

  /** An accrual; null where it is of nothing. */
  static @Nullable Earning of(EarningsAccrued accrued) {
    Money amount = accrued.amount().toMoney();
    if (amount.isZero()) {
      return null;
    }
    EntryKind kind = accrued.payableAt() == null ? EntryKind.ACCRUAL : EntryKind.PENDING_ACCRUAL;
    return new Earning(
        new JournalEntry(kind, accrued.accrualId(), accrued.clipperId(), amount),
        accrued.clipId(),
        accrued.accruedAt(),
        accrued.payableAt());
  }

  static Earning of(EarningsAdjusted adjusted) {
    Money amount = adjusted.amount().toMoney();
    return amount.isNegative()
        ? now(EntryKind.CLAWBACK, adjusted, amount.negated())
        : now(EntryKind.BONUS, adjusted, amount);
  }

  private static Earning now(EntryKind kind, EarningsAdjusted adjusted, Money amount) {
    return new Earning(
        new JournalEntry(kind, adjusted.adjustmentId(), adjusted.clipperId(), amount),
        adjusted.clipId(),
        adjusted.adjustedAt(),
        null);
  }

  static Earning of(EarningsHeld held) {
    return new Earning(
        new JournalEntry(EntryKind.HOLD, held.holdId(), held.clipperId(), held.amount().toMoney()),
        held.clipId(),
        held.heldAt(),
        null);
  }

  static Earning of(EarningsReleased released) {
    return new Earning(
        new JournalEntry(
            EntryKind.UNHOLD, released.holdId(), released.clipperId(), released.amount().toMoney()),
        released.clipId(),
        released.releasedAt(),
        null);
  }
}
