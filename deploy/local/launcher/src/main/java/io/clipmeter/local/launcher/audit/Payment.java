package io.clipmeter.local.launcher.audit;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/**
 * What one settlement paid to one clip.
 *
 * @param amount in micro-units
 * @param total what the clip had earned with it, in micro-units
 * @param growth the views since the clip was submitted that were paid for, with all former payments
 * @param rationed whether it is a share of a budget that did not suffice
 */
public record Payment(
    String clipId,
    String roundId,
    BigInteger amount,
    BigInteger total,
    long growth,
    boolean rationed)
    implements Comparable<Payment> {

  /**
   * Reads an accrual of the earnings API.
   *
   * @param baseline the views of the clip when it was submitted
   */
  public static Payment of(String clipId, long baseline, JsonNode accrual) {
    return new Payment(
        clipId,
        accrual.path("roundId").asString(),
        Micros.of(accrual.path("amount")),
        Micros.of(accrual.path("total")),
        accrual.path("viewsAfter").asLong() - baseline,
        accrual.path("rationed").asBoolean());
  }

  /** What the clip had earned before, in micro-units. */
  BigInteger before() {
    return total.subtract(amount);
  }

  /** In the order of their rounds, whose ids begin with the time. */
  @Override
  public int compareTo(Payment other) {
    return roundId.compareTo(other.roundId);
  }
}
