package io.clipmeter.earnings.terms;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which threshold of a budget has been reached. */
public final class BudgetAlertPolicy {
  private static final int[] PERCENT = {100, 95, 80, 50};
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private BudgetAlertPolicy() {}

  /** 100, 95, 80 or 50; null below. */
  public static @Nullable Integer reached(long spentMicros, long budgetMicros) {
    BigInteger spent = BigInteger.valueOf(spentMicros).multiply(HUNDRED);
    BigInteger budget = BigInteger.valueOf(budgetMicros);
    return IntStream.of(PERCENT)
        .filter(percent -> spent.compareTo(budget.multiply(BigInteger.valueOf(percent))) >= 0)
        .boxed()
        .findFirst()
        .orElse(null);
  }
}
