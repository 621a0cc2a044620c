package io.clipmeter.payout.reconciliation;

import io.clipmeter.events.EarningsStated;
import io.clipmeter.payout.balance.JournalEntry;
import java.time.Instant;

/**
 * What facts of one clipper, currency and minute come to, in micro-units.
 *
 * @param facts how many there are
 * @param adjusted negative where more was taken back
 * @param held of holds that began
 * @param released of holds that ended
 */
record Figures(
    String clipperId,
    String currency,
    Instant minute,
    long facts,
    long accrued,
    long adjusted,
    long held,
    long released) {

  /** What the earnings service says. */
  static Figures of(EarningsStated stated) {
    return new Figures(
        stated.clipperId(),
        stated.accrued().currency(),
        stated.minute(),
        stated.facts(),
        stated.accrued().toMoney().micros(),
        stated.adjusted().toMoney().micros(),
        stated.held().toMoney().micros(),
        stated.released().toMoney().micros());
  }

  /**
   * One fact that was posted.
   *
   * @throws IllegalArgumentException where the entry tells of no earnings
   */
  static Figures of(JournalEntry entry, Instant happened) {
    long micros = entry.amount().micros();
    return switch (entry.kind()) {
      case ACCRUAL, PENDING_ACCRUAL -> one(entry, happened, micros, 0, 0, 0);
      case BONUS -> one(entry, happened, 0, micros, 0, 0);
      case CLAWBACK -> one(entry, happened, 0, -micros, 0, 0);
      case HOLD -> one(entry, happened, 0, 0, micros, 0);
      case UNHOLD -> one(entry, happened, 0, 0, 0, micros);
      case MATURITY, COVER, UNCOVER, CORRECTION_UP, CORRECTION_DOWN, RESERVE, RELEASE, SETTLE ->
          throw new IllegalArgumentException(entry.kind() + " is nothing that was earned");
    };
  }

  private static Figures one(
      JournalEntry entry, Instant happened, long accrued, long adjusted, long held, long released) {
    return new Figures(
        entry.clipperId(),
        entry.amount().currency().getCurrencyCode(),
        EarningsStated.minuteOf(happened),
        1,
        accrued,
        adjusted,
        held,
        released);
  }
}
