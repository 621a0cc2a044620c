package io.clipmeter.money;

import java.util.Currency;

/**
 * The price of 1,000 views.
 *
 * @param micros millionths of the currency's main unit per 1,000 views, 0 or more: Rp 0.02489 per
 *     1,000 views is 24,890
 * @param currency as {@link Money}'s
 */
public record Cpm(long micros, Currency currency) {
  private static final long VIEWS = 1_000;

  /**
   * @throws IllegalArgumentException where the price is negative or the currency is not one for
   *     {@link Money}
   */
  public Cpm {
    if (new Money(micros, currency).isNegative()) {
      throw new IllegalArgumentException("a CPM is not negative");
    }
  }

  /**
   * Reads a plain decimal price per 1,000 views.
   *
   * @throws IllegalArgumentException as {@link Money#of}, or where the price is negative
   */
  public static Cpm of(String amount, String currency) {
    return of(Money.of(amount, currency));
  }

  /**
   * @throws IllegalArgumentException where the price is negative or the currency is unknown
   */
  public static Cpm ofMicros(long micros, String currency) {
    return new Cpm(micros, Currency.getInstance(currency));
  }

  /**
   * This much for 1,000 views.
   *
   * @throws IllegalArgumentException where the price is negative
   */
  public static Cpm of(Money perThousandViews) {
    return new Cpm(perThousandViews.micros(), perThousandViews.currency());
  }

  /** What 1,000 views earn. */
  public Money perThousandViews() {
    return new Money(micros, currency);
  }

  /**
   * What this many views earn: {@code floor(views x price / 1000)} to the micro-unit. Exact over
   * the whole range, also where the product itself would not fit in 64 bits.
   *
   * @param views 0 or more, all views since the baseline: earnings are computed from totals
   * @throws IllegalArgumentException where views is negative
   * @throws ArithmeticException where the earnings do not fit in a long
   */
  public Money earnedFor(long views) {
    if (views < 0) {
      throw new IllegalArgumentException("views are not negative: " + views);
    }
    // Whole thousands first, then the rest of the views, then the rest of the price: each term is
    // at most the result, so nothing overflows unless the result does.
    long thousands = Math.multiplyExact(views / VIEWS, micros);
    long rest = views % VIEWS;
    long restEarned = rest * (micros / VIEWS) + rest * (micros % VIEWS) / VIEWS;
    return new Money(Math.addExact(thousands, restEarned), currency);
  }

  /** The exact price and the currency: {@code 2.50 USD per 1,000 views}. */
  @Override
  public String toString() {
    return perThousandViews() + " per 1,000 views";
  }
}
