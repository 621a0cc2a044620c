package io.clipmeter.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of one currency. Every operation is exact or throws; the two that round say so in
 * their name and here: {@link #toMinorUnitsDown()} and {@link #display()}.
 *
 * @param micros millionths of the currency's main unit, the whole range of long: about 9.2 million
 *     million units either way
 * @param currency an ISO 4217 currency that has a minor unit or none, but not one (such as XXX or
 *     gold) for which the question makes no sense
 */
public record Money(long micros, Currency currency) implements Comparable<Money> {

  /** How many decimals an amount has: the micro-unit is the smallest that is kept. */
  public static final int SCALE = 6;

  /**
   * @throws IllegalArgumentException where the currency has no minor unit defined
   */
  public Money {
    Units.minorUnitMicros(requireNonNull(currency, "currency"));
  }

  /**
   * Reads a plain decimal such as {@code 12.5} or {@code -0.002489}.
   *
   * @param amount optional minus, digits without leading zeros, at most {@value #SCALE} decimals
   * @param currency ISO 4217 code
   * @throws IllegalArgumentException where the amount is no such decimal or does not fit, or the
   *     currency is unknown
   */
  public static Money of(String amount, String currency) {
    return new Money(Units.parseMicros(amount), Currency.getInstance(currency));
  }

  /**
   * @param currency ISO 4217 code
   * @throws IllegalArgumentException where the currency is unknown
   */
  public static Money ofMicros(long micros, String currency) {
    return new Money(micros, Currency.getInstance(currency));
  }

  /** Nothing, of this currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * The exact sum.
   *
   * @throws IllegalArgumentException where the currencies differ
   * @throws ArithmeticException where the sum does not fit
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(micros, sameCurrency(other).micros), currency);
  }

  /**
   * The exact difference.
   *
   * @throws IllegalArgumentException where the currencies differ
   * @throws ArithmeticException where the difference does not fit
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(micros, sameCurrency(other).micros), currency);
  }

  /**
   * The same amount with the other sign.
   *
   * @throws ArithmeticException for the one amount that has no counterpart
   */
  public Money negated() {
    return new Money(Math.negateExact(micros), currency);
  }

  /**
   * The smaller of the two.
   *
   * @throws IllegalArgumentException where the currencies differ
   */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether it is more than nothing. */
  public boolean isPositive() {
    return micros > 0;
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return micros == 0;
  }

  /** Whether it is less than nothing. */
  public boolean isNegative() {
    return micros < 0;
  }

  /**
   * Orders by amount.
   *
   * @throws IllegalArgumentException where the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, sameCurrency(other).micros);
  }

  /**
   * What can be paid out of this: the largest amount in whole minor units that is not above it
   * (12.349999 USD gives 12.34, 12.9 JPY gives 12, -0.001 USD gives -0.01).
   *
   * @throws ArithmeticException where that does not fit, at the very bottom of the range
   */
  public Money toMinorUnitsDown() {
    long unit = Units.minorUnitMicros(currency);
    return new Money(Math.multiplyExact(Math.floorDiv(micros, unit), unit), currency);
  }

  /**
   * The smallest amount of this currency that can be paid, 1 to 1,000,000 micro-units, whatever
   * this amount is: 0.01 USD, 1 JPY, 0.001 KWD.
   */
  public Money minorUnit() {
    return new Money(Units.minorUnitMicros(currency), currency);
  }

  /**
   * The exact amount as a plain decimal with the currency's own decimals at least and {@value
   * #SCALE} at most: {@code 12.50}, {@code 0.002489}. {@link #of} reads it back.
   */
  public String amount() {
    return Units.exact(micros, currency);
  }

  /**
   * For people only, never for a calculation: the amount rounded half up to the currency's minor
   * unit, so that 3.739647 IDR shows as {@code 3.74}.
   */
  public String display() {
    return BigDecimal.valueOf(micros, SCALE)
        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The exact amount and the currency: {@code 12.50 USD}. */
  @Override
  public String toString() {
    return amount() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("currencies differ: " + currency + ", " + other.currency);
    }
    return other;
  }
}
