package io.clipmeter.earnings.correction;

import io.clipmeter.money.Money;
import java.util.UUID;

/**
 * A clip's money as it stands.
 *
 * @param accrued what its views earned
 * @param adjusted the sum of all adjustments; may be negative
 * @param held what is held of it
 */
record ClipMoney(
    UUID clipId, UUID campaignId, String clipperId, Money accrued, Money adjusted, Money held) {

  /** Earned and not held; never negative. */
  Money free() {
    return accrued.plus(adjusted).minus(held);
  }
}
