package io.clipmeter.earnings.dryrun;

import io.clipmeter.events.Amount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a round would pay, were it settled now.
 *
 * @param roundId the round that has closed; null where its readings are supposed
 * @param outcome SETTLED: all dues are paid; RATIONED: they share what is left of the budget; HELD:
 *     it would spend the budget while a clip could not be read, and waits for the next round;
 *     AFTER_COMPLETION: there is nothing left to pay
 * @param termsVersion the version of the campaign whose terms were asked
 * @param total what the round pays in all
 * @param remaining what was left of the budget before it
 * @param shares one for each clip; none where nothing is paid
 */
record DryRunView(
    @Nullable UUID roundId,
    Outcome outcome,
    long termsVersion,
    Amount total,
    Amount remaining,
    List<ShareView> shares) {

  /** What becomes of the round. */
  enum Outcome {
    SETTLED,
    RATIONED,
    HELD,
    AFTER_COMPLETION
  }

  /**
   * What a clip would get.
   *
   * @param reason as in its receipt
   */
  record ShareView(
      UUID clipId,
      String clipperId,
      long viewsBefore,
      long viewsAfter,
      Amount due,
      Amount amount,
      Amount total,
      String reason) {}
}
