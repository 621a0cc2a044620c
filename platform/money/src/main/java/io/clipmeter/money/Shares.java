package io.clipmeter.money;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** The fair split of what is left among those to whom more is due. */
public final class Shares {
  private Shares() {}

  /**
   * Splits by largest remainder: each gets {@code floor(due x remaining / total)}, and the
   * left-over units go one each to the largest remainders, ties to the lower index. The shares add
   * up to {@code remaining} exactly, and none is above its due or more than one unit from its exact
   * part.
   *
   * <p>Callers pass the dues in an order that does not depend on chance (clips by clip id): then
   * the split is a pure function of what is due.
   *
   * @param dues micro-units due to each, 0 or more
   * @param total their sum
   * @param remaining micro-units to give away, from 0 to total
   * @return micro-units for each, in the order of the dues
   * @throws IllegalArgumentException where a due is negative, total is not the sum, or remaining is
   *     out of range
   * @throws ArithmeticException where the dues add up to more than a long holds
   */
  public static long[] proRata(long[] dues, long total, long remaining) {
    check(dues, total, remaining);
    long[] shares = new long[dues.length];
    if (total == 0) {
      return shares;
    }
    long[] remainders = new long[dues.length];
    long left = remaining;
    for (int i = 0; i < dues.length; i++) {
      left -= divide(i, dues[i], remaining, total, shares, remainders);
    }
    largestFirst(remainders).limit(left).forEach(i -> shares[i]++);
    return shares;
  }

  private static void check(long[] dues, long total, long remaining) {
    long sum = 0;
    for (long due : dues) {
      if (due < 0) {
        throw new IllegalArgumentException("a due is negative: " + due);
      }
      sum = Math.addExact(sum, due);
    }
    if (sum != total) {
      throw new IllegalArgumentException("total " + total + " is not the sum of the dues, " + sum);
    }
    if (remaining < 0 || remaining > total) {
      throw new IllegalArgumentException("remaining " + remaining + " is not in 0 to " + total);
    }
  }

  private static long divide(
      int i, long due, long remaining, long total, long[] shares, long[] remainders) {
    long product = due * remaining;
    if (Math.multiplyHigh(due, remaining) == 0 && product >= 0) {
      shares[i] = product / total;
      remainders[i] = product % total;
    } else {
      BigInteger[] parts =
          BigInteger.valueOf(due)
              .multiply(BigInteger.valueOf(remaining))
              .divideAndRemainder(BigInteger.valueOf(total));
      shares[i] = parts[0].longValueExact();
      remainders[i] = parts[1].longValueExact();
    }
    return shares[i];
  }

  private static IntStream largestFirst(long[] remainders) {
    // The sort is stable, which is what gives ties to the lower index.
    return IntStream.range(0, remainders.length)
        .boxed()
        .sorted((a, b) -> Long.compare(remainders[b], remainders[a]))
        .mapToInt(Integer::intValue);
  }
}
