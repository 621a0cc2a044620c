package io.clipmeter.payout.stop;

/** In which currencies payouts are made: a stop of another one would stop nothing. */
@FunctionalInterface
public interface PaidCurrencies {
  /** Whether payouts are made in the currency of this code, if it is one. */
  boolean pays(String code);
}
