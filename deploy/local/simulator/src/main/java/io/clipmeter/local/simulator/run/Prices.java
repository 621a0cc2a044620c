package io.clipmeter.local.simulator.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a run costs, in US dollars; an invented tariff of the usual size. */
public final class Prices {
  private static final BigDecimal START = new BigDecimal("0.0004");
  private static final BigDecimal RESULT = new BigDecimal("0.0004");

  private Prices() {}

  /** How many of the items the cap pays for: the actor stops there. */
  static int payable(int items, RunOptions options) {
    BigDecimal cap = options.maxTotalChargeUsd();
    if (cap == null) {
      return items;
    }
    BigDecimal payable = cap.subtract(START).divide(RESULT, 0, RoundingMode.FLOOR);
    return payable.max(BigDecimal.ZERO).min(BigDecimal.valueOf(items)).intValue();
  }

  /** Items that are charged. */
  public static int charged(int items, RunOptions options) {
    @Nullable Integer most = options.maxItems();
    return most == null ? items : Math.min(items, most);
  }

  /** The charge for so many items. */
  public static BigDecimal usd(int items, RunOptions options) {
    BigDecimal usd = START.add(RESULT.multiply(BigDecimal.valueOf(charged(items, options))));
    BigDecimal cap = options.maxTotalChargeUsd();
    return cap == null ? usd : usd.min(cap);
  }
}
