package io.clipmeter.analytics.dashboard;

import io.clipmeter.money.Money;
import java.util.Locale;

/** Numbers as people read them: {@code $1,147.50}, {@code 324,500}. */
final class Display {
  private Display() {}

  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Rounded half up to the currency's minor unit. */
  static String of(Money money) {
    String plain = money.display();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return symbol(money) + of(Long.parseLong(whole)) + rest;
  }

  /** {@code $} and {@code €} stand close; a code such as IDR keeps its distance. */
  private static String symbol(Money money) {
    String symbol = money.currency().getSymbol(Locale.US);
    return Character.isLetter(symbol.charAt(symbol.length() - 1)) ? symbol + " " : symbol;
  }
}
