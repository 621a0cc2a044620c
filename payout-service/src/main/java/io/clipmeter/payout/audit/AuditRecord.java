package io.clipmeter.payout.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an admin did with a payout.
 *
 * @param at when
 * @param actor the admin: the subject of the token
 * @param reason why, where a reason must be given
 * @param transactionId the proof of payment, where it was paid
 */
public record AuditRecord(
    Instant at,
    String actor,
    Action action,
    UUID payoutId,
    @Nullable String reason,
    @Nullable String transactionId) {

  /** What can be done. */
  public enum Action {
    /** The unmasked details were shown. */
    READ_DETAILS,
    APPROVE,
    REJECT,
    MARK_PAID
  }
}
