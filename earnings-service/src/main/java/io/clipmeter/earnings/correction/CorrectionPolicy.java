package io.clipmeter.earnings.correction;

import io.clipmeter.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be added to a clip's earnings, taken back or held of them. Pure. */
final class CorrectionPolicy {
  static final Duration LONGEST = Duration.ofDays(5 * 365);

  /**
   * What one adjustment may add, and all of a clip may stand at: a thousand million of any
   * currency. Enough where a unit buys little, and so far below what a sum can hold that the
   * adjustments of thousands of clips fit one. What is taken back is bounded by what was earned.
   */
  static final long MOST_MICROS = 1_000_000_000_000_000L;

  private CorrectionPolicy() {}

  /** Why this admin cannot change the clip's earnings by this much; empty where they can. */
  static Optional<CorrectionRefusal> adjust(ClipMoney clip, String admin, Money amount) {
    if (!sameCurrency(clip, amount) || amount.isZero()) {
      return refused(new CorrectionRefusal.NotAnAmount(currency(clip)));
    }
    if (amount.isNegative()) {
      return takeBack(clip, amount);
    }
    return owns(admin, clip) ? refused(new CorrectionRefusal.OwnClip()) : add(clip, amount);
  }

  /** Why this admin cannot end a hold of the clip; empty where they can. */
  static Optional<CorrectionRefusal> release(ClipMoney clip, String admin, boolean takeBack) {
    boolean gives = owns(admin, clip) && !takeBack;
    return gives ? refused(new CorrectionRefusal.OwnClip()) : Optional.empty();
  }

  /** An admin may be a clipper as well, and gives nothing to themselves. */
  private static boolean owns(String admin, ClipMoney clip) {
    return clip.clipperId().equals(admin);
  }

  private static Optional<CorrectionRefusal> takeBack(ClipMoney clip, Money amount) {
    boolean tooMuch = clip.free().plus(amount).isNegative();
    return tooMuch ? refused(new CorrectionRefusal.MoreThanFree(clip.free())) : Optional.empty();
  }

  private static Optional<CorrectionRefusal> add(ClipMoney clip, Money amount) {
    Money most = new Money(MOST_MICROS, amount.currency());
    boolean tooMuch =
        amount.compareTo(most) > 0 || amount.compareTo(most.minus(clip.adjusted())) > 0;
    return tooMuch
        ? refused(new CorrectionRefusal.TooMuchAdded(most, clip.adjusted()))
        : Optional.empty();
  }

  /** Why this much cannot be held; empty where it can. */
  static Optional<CorrectionRefusal> hold(
      ClipMoney clip, Money amount, @Nullable Instant expiresAt, Instant now) {
    if (!sameCurrency(clip, amount) || !amount.isPositive()) {
      return refused(new CorrectionRefusal.NotAnAmount(currency(clip)));
    }
    if (expiresAt != null && !(expiresAt.isAfter(now) && expiresAt.isBefore(now.plus(LONGEST)))) {
      return refused(new CorrectionRefusal.EndOutOfRange());
    }
    return amount.compareTo(clip.free()) > 0
        ? refused(new CorrectionRefusal.MoreThanFree(clip.free()))
        : Optional.empty();
  }

  private static boolean sameCurrency(ClipMoney clip, Money amount) {
    return amount.currency().equals(clip.accrued().currency());
  }

  private static String currency(ClipMoney clip) {
    return clip.accrued().currency().getCurrencyCode();
  }

  private static Optional<CorrectionRefusal> refused(CorrectionRefusal refusal) {
    return Optional.of(refusal);
  }
}
