package io.clipmeter.payout.request;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be asked for. Amounts are by currency, such as {@code USD: "20.00"}, in whole minor
 * units.
 *
 * @param methods the ways to be paid that are offered, by name
 * @param minimums the smallest payout
 * @param minimumOtherwise the smallest payout in every other currency, in whole main units
 * @param maximums the largest payout; none in any other currency
 * @param twoApproversFrom the amount from which two admins have to agree; one is enough in any
 *     other currency
 */
@ConfigurationProperties("clipmeter.payout.request")
public record PayoutSettings(
    @DefaultValue({"PAYPAL", "BANK"}) List<String> methods,
    @DefaultValue Map<String, String> minimums,
    @DefaultValue("20") String minimumOtherwise,
    @DefaultValue Map<String, String> maximums,
    @DefaultValue Map<String, String> twoApproversFrom) {
  private static final String PREFIX = "clipmeter.payout.request.";

  /**
   * @throws IllegalArgumentException where an amount is no positive one of its currency, a largest
   *     payout is below the smallest, or a method is not named as methods are
   */
  public PayoutSettings {
    methods = List.copyOf(methods);
    minimums = Map.copyOf(minimums);
    maximums = Map.copyOf(maximums);
    twoApproversFrom = Map.copyOf(twoApproversFrom);
    if (methods.isEmpty() || !methods.stream().allMatch(name -> name.matches(PayoutMethod.NAME))) {
      throw new IllegalArgumentException(
          PREFIX + "methods must be names of 2 to 30 capital letters, digits and underscores");
    }
    minimums.forEach((currency, amount) -> check("minimums.", currency, amount));
    maximums.forEach((currency, amount) -> check("maximums.", currency, amount));
    twoApproversFrom.forEach((currency, amount) -> check("two-approvers-from.", currency, amount));
    if (!minimumOtherwise.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          PREFIX + "minimum-otherwise must be a whole number above 0");
    }
    for (Map.Entry<String, String> largest : maximums.entrySet()) {
      String currency = largest.getKey();
      String smallest = minimums.getOrDefault(currency, minimumOtherwise);
      if (Money.of(largest.getValue(), currency).compareTo(Money.of(smallest, currency)) < 0) {
        throw new IllegalArgumentException(
            PREFIX + "maximums." + currency + " must not be below the minimum");
      }
    }
  }

  /** Whether this way to be paid is offered. */
  public boolean offers(PayoutMethod method) {
    return methods.contains(method.name());
  }

  /** The smallest payout in this currency. */
  public Money minimum(Currency currency) {
    String code = currency.getCurrencyCode();
    return Money.of(minimums.getOrDefault(code, minimumOtherwise), code);
  }

  /** The largest payout in this currency, where there is a limit. */
  public Optional<Money> maximum(Currency currency) {
    return amount(maximums, currency);
  }

  /** Whether two admins have to agree to this amount. */
  public boolean needsTwoApprovers(Money amount) {
    return amount(twoApproversFrom, amount.currency())
        .filter(limit -> amount.compareTo(limit) >= 0)
        .isPresent();
  }

  private static Optional<Money> amount(Map<String, String> amounts, Currency currency) {
    String code = currency.getCurrencyCode();
    return Optional.ofNullable(amounts.get(code)).map(amount -> Money.of(amount, code));
  }

  private static void check(String property, String currency, String amount) {
    String name = PREFIX + property + currency;
    Money read;
    try {
      read = Money.of(amount, currency);
    } catch (IllegalArgumentException e) {
      // Without the cause, which would be shown in the place of this sentence.
      throw new IllegalArgumentException(name + " is not an amount: " + e.getMessage());
    }
    if (!read.isPositive() || !read.equals(read.toMinorUnitsDown())) {
      throw new IllegalArgumentException(name + " must be above 0, in whole minor units");
    }
  }
}
