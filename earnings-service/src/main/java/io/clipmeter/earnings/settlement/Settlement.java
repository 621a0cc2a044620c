package io.clipmeter.earnings.settlement;

import io.clipmeter.money.Money;
import java.util.List;

/** What became of a round. */
sealed interface Settlement {

  /**
   * Its money moves.
   *
   * @param shares one for each clip of the round, some of zero
   * @param total their sum
   * @param rationed whether it was more than was left
   */
  record Paid(List<Share> shares, Money total, boolean rationed) implements Settlement {

    /** How many clips get anything. */
    int earners() {
      return (int) shares.stream().filter(share -> share.micros() > 0).count();
    }
  }

  /** It would exhaust the budget while some clips could not be read: they are read again first. */
  record Held() implements Settlement {}

  /** The budget was spent before: kept as history, earns nothing. */
  record AfterCompletion() implements Settlement {}
}
