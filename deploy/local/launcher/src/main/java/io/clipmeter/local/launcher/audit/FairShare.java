package io.clipmeter.local.launcher.audit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rest of a budget is shared among clips that are due more than there is. */
public final class FairShare {
  private FairShare() {}

  /**
   * The shares that add up to the rest exactly: each clip gets its part rounded down, and the
   * micro-units that are left go to the largest remainders, to the smaller clip id where remainders
   * are equal.
   *
   * @param dues what each clip would get if there were enough, by clip id
   * @param rest what there is; less than the sum of the dues
   */
  public static Map<String, BigInteger> of(Map<String, BigInteger> dues, BigInteger rest) {
    BigInteger total = Micros.sum(dues.values());
    Map<String, BigInteger> shares = new TreeMap<>();
    Map<String, BigInteger> remainders = new TreeMap<>();
    dues.forEach(
        (clip, due) -> {
          BigInteger[] parts = due.multiply(rest).divideAndRemainder(total);
          shares.put(clip, parts[0]);
          remainders.put(clip, parts[1]);
        });
    BigInteger left = rest.subtract(Micros.sum(shares.values()));
    for (String clip : byRemainder(remainders).subList(0, left.intValueExact())) {
      shares.merge(clip, BigInteger.ONE, BigInteger::add);
    }
    return shares;
  }

  /**
   * What the payments of the round that ended a budget should have been, by clip id; nothing where
   * no payment was rationed.
   *
   * @param payments all payments of the campaign
   * @param budget in micro-units
   * @param cpm the price of a thousand views, in micro-units
   */
  public static Map<String, BigInteger> ofLastRound(
      List<Payment> payments, BigInteger budget, BigInteger cpm) {
    Map<String, BigInteger> dues = new TreeMap<>();
    BigInteger spentBefore = BigInteger.ZERO;
    for (Payment payment : payments) {
      if (payment.rationed()) {
        dues.put(payment.clipId(), Micros.worth(payment.growth(), cpm).subtract(payment.before()));
      } else {
        spentBefore = spentBefore.add(payment.amount());
      }
    }
    return dues.isEmpty() ? Map.of() : of(dues, budget.subtract(spentBefore));
  }

  private static List<String> byRemainder(Map<String, BigInteger> remainders) {
    List<Map.Entry<String, BigInteger>> entries = new ArrayList<>(remainders.entrySet());
    entries.sort(
        comparing(Map.Entry<String, BigInteger>::getValue, reverseOrder())
            .thenComparing(Map.Entry::getKey));
    return entries.stream().map(Map.Entry::getKey).toList();
  }
}
