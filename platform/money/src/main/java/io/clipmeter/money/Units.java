package io.clipmeter.money;

import java.util.Currency;

/**
 * How a decimal becomes micro-units and back. Exact both ways, and by hand: each event has several
 * amounts, which a pattern and big decimals made the dearest part of reading and writing it.
 */
final class Units {
  private static final long ONE = 1_000_000;
  private static final int WHOLE_DIGITS_MAX = 13;

  private Units() {}

  static long parseMicros(String amount) {
    int from = amount.startsWith("-") ? 1 : 0;
    int point = amount.indexOf('.', from);
    int end = point < 0 ? amount.length() : point;
    if (!isWhole(amount, from, end) || (point >= 0 && !isFraction(amount, point + 1))) {
      throw new IllegalArgumentException(
          "not a plain decimal with at most " + Money.SCALE + " decimals");
    }
    try {
      // Below zero there is one micro-unit more than above.
      long below = Math.multiplyExact(-number(amount, from, end), ONE);
      below = Math.subtractExact(below, point < 0 ? 0 : micros(amount, point + 1));
      return from == 1 ? below : Math.negateExact(below);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the amount is too large", e);
    }
  }

  private static boolean isWhole(String text, int from, int end) {
    int digits = end - from;
    boolean leadingZero = digits > 1 && text.charAt(from) == '0';
    return digits >= 1 && digits <= WHOLE_DIGITS_MAX && !leadingZero && digits(text, from, end);
  }

  private static boolean isFraction(String text, int from) {
    int digits = text.length() - from;
    return digits >= 1 && digits <= Money.SCALE && digits(text, from, text.length());
  }

  private static boolean digits(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static long number(String text, int from, int end) {
    long number = 0;
    for (int i = from; i < end; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static long micros(String text, int from) {
    return number(text, from, text.length()) * power(Money.SCALE - (text.length() - from));
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  static String exact(long micros, Currency currency) {
    long fraction = Math.abs(micros % ONE);
    int decimals = Money.SCALE;
    while (decimals > currency.getDefaultFractionDigits() && fraction % 10 == 0) {
      fraction /= 10;
      decimals--;
    }
    StringBuilder text = new StringBuilder(24);
    if (micros < 0) {
      text.append('-');
    }
    text.append(Math.abs(micros / ONE));
    if (decimals > 0) {
      String digits = Long.toString(fraction);
      text.append('.').repeat('0', decimals - digits.length()).append(digits);
    }
    return text.toString();
  }

  /** Micro-units in one minor unit: 10,000 in a cent, 1,000,000 in a yen. */
  static long minorUnitMicros(Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (digits < 0 || digits > Money.SCALE) {
      throw new IllegalArgumentException(currency + " has no minor unit that we can count");
    }
    return power(Money.SCALE - digits);
  }
}
