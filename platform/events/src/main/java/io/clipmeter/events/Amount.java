package io.clipmeter.events;

import io.clipmeter.money.Cpm;
import io.clipmeter.money.Money;

/**
 * Money as JSON carries it: {@code {"amount":"12.345678","currency":"USD"}}. Equal amounts have
 * equal text: {@code 12.5} becomes {@code 12.50}.
 *
 * @param amount a plain decimal with at most six decimals, as text so that no reader loses a digit
 * @param currency ISO 4217 code
 */
public record Amount(String amount, String currency) {

  /**
   * @throws NullPointerException where a part is missing
   * @throws IllegalArgumentException where it is not an amount: see {@link Money#of}
   */
  public Amount {
    amount = Money.of(amount, currency).amount();
  }

  /** The same amount for the wire. */
  public static Amount of(Money money) {
    return new Amount(money.amount(), money.currency().getCurrencyCode());
  }

  /** The price of 1,000 views for the wire. */
  public static Amount of(Cpm cpm) {
    return of(cpm.perThousandViews());
  }

  /** The same amount to calculate with. */
  public Money toMoney() {
    return Money.of(amount, currency);
  }

  /**
   * This amount as the price of 1,000 views.
   *
   * @throws IllegalArgumentException where it is negative
   */
  public Cpm toCpm() {
    return Cpm.of(toMoney());
  }
}
