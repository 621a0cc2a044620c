package io.clipmeter.payout.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a payout.
 *
 * @param at when
 * @param actor the subject of the token; {@code PAYPAL} where the provider's answer decided
 * @param reason why, where a reason must be given or is known
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
    /** The first of two approvals. */
    APPROVE_FIRST,
    APPROVE,
    REJECT,
    /** It was put into a pay run, given to a provider, or is paid by hand. */
    SEND,
    MARK_PAID,
    /** It provably was not paid. */
    FAIL,
    /** Nobody can say whether it was paid. */
    DOUBT,
    /** It is known that the provider says the contrary of how it was closed. */
    ACKNOWLEDGE
  }
}
