package io.clipmeter.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** How a decimal becomes micro-units and back. Exact both ways. */
final class Units {
  // 13 digits hold the largest long of micro-units; a longer text is refused before it is parsed.
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,12})(\\.[0-9]{1,6})?");

  private Units() {}

  static long parseMicros(String amount) {
    if (!DECIMAL.matcher(amount).matches()) {
      throw new IllegalArgumentException(
          "not a plain decimal with at most " + Money.SCALE + " decimals");
    }
    try {
      return new BigDecimal(amount).movePointRight(Money.SCALE).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the amount is too large", e);
    }
  }

  static String exact(long micros, Currency currency) {
    BigDecimal amount = BigDecimal.valueOf(micros, Money.SCALE).stripTrailingZeros();
    int scale = Math.max(amount.scale(), currency.getDefaultFractionDigits());
    return amount.setScale(scale).toPlainString();
  }

  /** Micro-units in one minor unit: 10,000 in a cent, 1,000,000 in a yen. */
  static long minorUnitMicros(Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (digits < 0 || digits > Money.SCALE) {
      throw new IllegalArgumentException(currency + " has no minor unit that we can count");
    }
    return BigDecimal.ONE.movePointRight(Money.SCALE - digits).longValueExact();
  }
}
