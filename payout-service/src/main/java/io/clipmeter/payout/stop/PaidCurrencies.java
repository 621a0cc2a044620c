package io.clipmeter.payout.stop;

/**
 * In which currencies payouts can be asked for. Those that were asked for in another one, while it
 * was offered, go on.
 */
@FunctionalInterface
public interface PaidCurrencies {
  /** Whether payouts can be asked for in the currency of this code, if it is one. */
  boolean pays(String code);
}
