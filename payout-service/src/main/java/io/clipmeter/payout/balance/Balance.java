package io.clipmeter.payout.balance;

import io.clipmeter.money.Money;
import java.math.BigInteger;
import java.util.Currency;

/**
 * What a clipper has in one currency; all parts are 0 or more, but for {@link #available()}.
 *
 * @param earned in a lifetime, less what was taken back; a payout does not change it
 * @param held earned, but not payable yet
 * @param reserved for payouts that are not closed
 * @param paid in a lifetime
 */
public record Balance(Money earned, Money held, Money reserved, Money paid) {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  /** A balance of nothing. */
  public static Balance empty(Currency currency) {
    Money zero = Money.zero(currency);
    return new Balance(zero, zero, zero, zero);
  }

  /**
   * What may be asked for: {@code earned - held - reserved - paid}. Negative where money was held
   * or taken back that had been paid out; the least amount there is where it is less than that.
   */
  public Money available() {
    BigInteger micros =
        micros(earned).subtract(micros(held)).subtract(micros(reserved)).subtract(micros(paid));
    return new Money(micros.max(LEAST).longValueExact(), earned.currency());
  }

  private static BigInteger micros(Money part) {
    return BigInteger.valueOf(part.micros());
  }
}
