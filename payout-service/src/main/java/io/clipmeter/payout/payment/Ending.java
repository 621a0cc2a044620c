package io.clipmeter.payout.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a payout ends, with the proof. */
public sealed interface Ending {
  /** Whose end it is. */
  UUID payoutId();

  /**
   * The money has left.
   *
   * @param transactionId the payment's id where it was made, 1 to 100 printable ASCII characters
   * @param note how it is known, for the audit log, where that is not plain
   */
  record Paid(UUID payoutId, String transactionId, @Nullable String note) implements Ending {}

  /**
   * The payment provably did not happen.
   *
   * @param reason what went wrong, in words for the clipper, 1 to 500 characters
   */
  record Failed(UUID payoutId, String reason) implements Ending {}
}
