package io.clipmeter.payout.request;

import io.clipmeter.money.Money;
import java.util.Currency;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be asked for.
 *
 * @param minimums the smallest payout by currency, such as {@code USD: "20.00"}, in whole minor
 *     units
 * @param minimumOtherwise the smallest payout in every other currency, in whole main units
 */
@ConfigurationProperties("clipmeter.payout.request")
record PayoutSettings(
    @DefaultValue Map<String, String> minimums, @DefaultValue("20") String minimumOtherwise) {

  /**
   * @throws IllegalArgumentException where a minimum is no positive amount of its currency
   */
  PayoutSettings {
    minimums = Map.copyOf(minimums);
    minimums.forEach(PayoutSettings::check);
    if (!minimumOtherwise.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "clipmeter.payout.request.minimum-otherwise must be a whole number above 0");
    }
  }

  /** The smallest payout in this currency. */
  Money minimum(Currency currency) {
    String code = currency.getCurrencyCode();
    return Money.of(minimums.getOrDefault(code, minimumOtherwise), code);
  }

  private static void check(String currency, String amount) {
    String name = "clipmeter.payout.request.minimums." + currency;
    Money minimum;
    try {
      minimum = Money.of(amount, currency);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is not an amount: " + e.getMessage(), e);
    }
    if (!minimum.isPositive() || !minimum.equals(minimum.toMinorUnitsDown())) {
      throw new IllegalArgumentException(name + " must be above 0, in whole minor units");
    }
  }
}
