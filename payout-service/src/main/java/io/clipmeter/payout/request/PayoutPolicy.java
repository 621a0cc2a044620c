package io.clipmeter.payout.request;

import io.clipmeter.money.Money;
import io.clipmeter.payout.balance.Balance;
import io.clipmeter.payout.details.PayoutMethod;
import java.util.Optional;
import java.util.UUID;

/** Whether a payout may be asked for. Pure; the first reason in this order is the answer. */
final class PayoutPolicy {
  private PayoutPolicy() {}

  /** The bounds of one payout, in its currency. */
  record Limits(Money smallest, Money largest) {}

  /** The reason why nothing is paid so, or in this currency; empty where there is none. */
  static Optional<Refusal> notOffered(Money amount, PayoutMethod method, PayoutSettings settings) {
    if (!settings.pays(amount.currency())) {
      return Optional.of(new Refusal.UnknownCurrency(amount.currency().getCurrencyCode()));
    }
    return settings.offers(method)
        ? Optional.empty()
        : Optional.of(new Refusal.MethodNotOffered(method.name()));
  }

  /**
   * The reason against a payout; empty where there is none.
   *
   * @param balance in the amount's currency
   * @param inFlight another request in this currency that is not closed
   * @param frozen whether what was earned in this currency is in question
   */
  static Optional<Refusal> refusal(
      Money amount, Limits limits, Optional<UUID> inFlight, boolean frozen, Balance balance) {
    Money payable = amount.toMinorUnitsDown();
    if (!payable.equals(amount)) {
      return Optional.of(new Refusal.NotPayable(payable));
    }
    if (amount.compareTo(limits.smallest()) < 0) {
      return Optional.of(new Refusal.BelowMinimum(limits.smallest()));
    }
    if (amount.compareTo(limits.largest()) > 0) {
      return Optional.of(new Refusal.AboveMaximum(limits.largest()));
    }
    if (inFlight.isPresent()) {
      return inFlight.map(Refusal.InFlight::new);
    }
    if (frozen) {
      return Optional.of(new Refusal.EarningsInQuestion());
    }
    if (amount.compareTo(balance.available()) > 0) {
      return Optional.of(new Refusal.InsufficientBalance(balance.available()));
    }
    return Optional.empty();
  }
}
