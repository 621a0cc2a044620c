package io.clipmeter.payout.request;

import static java.util.Objects.requireNonNull;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be asked for. Amounts are by currency, such as {@code USD: "20.00"}, in whole minor
 * units.
 *
 * @param methods the ways to be paid that are offered, by name
 * @param minimums the smallest payout; in no other currency anything is paid
 * @param maximums the largest payout, in each of these currencies
 * @param twoApproversFrom the amount from which two admins have to agree, in each of these
 *     currencies
 */
@ConfigurationProperties("clipmeter.payout.request")
public record PayoutSettings(
    @DefaultValue({"PAYPAL", "BANK"}) List<String> methods,
    @DefaultValue Map<String, String> minimums,
    @DefaultValue Map<String, String> maximums,
    @DefaultValue Map<String, String> twoApproversFrom) {
  private static final String PREFIX = "clipmeter.payout.request.";

  /**
   * @throws IllegalArgumentException where an amount is no positive one of its currency, a largest
   *     payout is below the smallest, a currency has not all three amounts, or a method is not
   *     named as methods are
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
    checkComplete("maximums", minimums.keySet(), maximums.keySet());
    checkComplete("two-approvers-from", minimums.keySet(), twoApproversFrom.keySet());
    for (Map.Entry<String, String> largest : maximums.entrySet()) {
      String currency = largest.getKey();
      Money smallest = amount(minimums, currency);
      if (Money.of(largest.getValue(), currency).compareTo(smallest) < 0) {
        throw new IllegalArgumentException(
            PREFIX + "maximums." + currency + " must not be below the minimum");
      }
    }
  }

  /** Whether this way to be paid is offered. */
  public boolean offers(PayoutMethod method) {
    return methods.contains(method.name());
  }

  /** Whether payouts are made in this currency at all. */
  public boolean pays(Currency currency) {
    return minimums.containsKey(currency.getCurrencyCode());
  }

  /** The currencies that payouts are made in. */
  public List<Currency> currencies() {
    return minimums.keySet().stream().sorted().map(Currency::getInstance).toList();
  }

  /** The smallest payout in a currency that payouts are made in. */
  public Money minimum(Currency currency) {
    return amount(minimums, currency.getCurrencyCode());
  }

  /** The largest payout in a currency that payouts are made in. */
  public Money maximum(Currency currency) {
    return amount(maximums, currency.getCurrencyCode());
  }

  /** Whether two admins have to agree to this amount, in a currency that payouts are made in. */
  public boolean needsTwoApprovers(Money amount) {
    return amount.compareTo(amount(twoApproversFrom, amount.currency().getCurrencyCode())) >= 0;
  }

  private static Money amount(Map<String, String> amounts, String currency) {
    return Money.of(requireNonNull(amounts.get(currency), currency), currency);
  }

  private static void checkComplete(String property, Set<String> paid, Set<String> given) {
    Set<String> odd = new TreeSet<>(paid);
    odd.addAll(given);
    odd.removeIf(currency -> paid.contains(currency) && given.contains(currency));
    if (!odd.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX + property + " must have the same currencies as minimums, not so: " + odd);
    }
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
