package io.clipmeter.local.launcher.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** Amounts as whole micro-units. */
public final class Micros {
  private static final int DECIMALS = 6;
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  private Micros() {}

  /**
   * Reads a decimal.
   *
   * @throws ArithmeticException when it has more than six decimals
   */
  public static BigInteger of(String amount) {
    return new BigDecimal(amount).movePointRight(DECIMALS).toBigIntegerExact();
  }

  /** Reads {@code {"amount":"12.50","currency":"USD"}}. */
  public static BigInteger of(JsonNode amount) {
    return of(amount.path("amount").asString("0"));
  }

  public static BigInteger sum(Collection<BigInteger> amounts) {
    return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** What growth is worth: a whole number of micro-units, rounded down. */
  public static BigInteger worth(long growth, BigInteger perThousand) {
    return BigInteger.valueOf(growth).multiply(perThousand).divide(THOUSAND);
  }

  /** For people, with all six decimals. */
  public static String text(BigInteger micros) {
    return new BigDecimal(micros, DECIMALS).toPlainString();
  }
}
