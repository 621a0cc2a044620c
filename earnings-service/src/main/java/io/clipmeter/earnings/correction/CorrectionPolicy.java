package io.clipmeter.earnings.correction;

import io.clipmeter.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be taken back or held of a clip's earnings. Pure. */
final class CorrectionPolicy {
  static final Duration LONGEST = Duration.ofDays(5 * 365);

  private CorrectionPolicy() {}

  /** Why the clip's earnings cannot be changed by this much; empty where they can. */
  static Optional<CorrectionRefusal> adjust(ClipMoney clip, Money amount) {
    if (!sameCurrency(clip, amount) || amount.isZero()) {
      return refused(new CorrectionRefusal.NotAnAmount(currency(clip)));
    }
    boolean tooMuch = amount.isNegative() && clip.free().plus(amount).isNegative();
    return tooMuch ? refused(new CorrectionRefusal.MoreThanFree(clip.free())) : Optional.empty();
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
