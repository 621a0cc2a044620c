package io.clipmeter.earnings.settlement;

import io.clipmeter.money.Money;
import java.util.List;
import java.util.function.Consumer;

/** What became of a round. */
public sealed interface Settlement {

  /**
   * Its money moves.
   *
   * @param shares one for each clip of the round, some of zero
   * @param total their sum
   * @param rationed whether it was more than was left
   */
  record Paid(List<Share> shares, Money total, boolean rationed) implements Settlement {

    /** The same, to be written. */
    PaidInParts inParts() {
      int earners = (int) shares.stream().filter(share -> share.micros() > 0).count();
      return new PaidInParts(
          total, rationed, shares.size(), earners, taker -> taker.accept(shares));
    }
  }

  /**
   * As {@link Paid}, of a round that memory does not hold at once.
   *
   * @param clips how many shares there are
   * @param earners how many clips get anything
   * @param parts gives the shares, some at a time
   */
  record PaidInParts(
      Money total, boolean rationed, int clips, int earners, Consumer<Consumer<List<Share>>> parts)
      implements Settlement {}

  /** It would exhaust the budget while some clips could not be read: they are read again first. */
  record Held() implements Settlement {}

  /** The budget was spent before: kept as history, earns nothing. */
  record AfterCompletion() implements Settlement {}
}
