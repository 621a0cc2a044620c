package io.clipmeter.payout.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a payout, a difference or a stop: of the three ids it has one.
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
    @Nullable UUID payoutId,
    @Nullable UUID discrepancyId,
    @Nullable UUID stopId,
    @Nullable String reason,
    @Nullable String transactionId) {

  /** What somebody did with a payout. */
  public AuditRecord(
      Instant at,
      String actor,
      Action action,
      UUID payoutId,
      @Nullable String reason,
      @Nullable String transactionId) {
    this(at, actor, action, payoutId, null, null, reason, transactionId);
  }

  /** What an admin did with a difference between what is posted and what is stated. */
  public static AuditRecord ofDiscrepancy(
      Instant at, String admin, Action action, UUID discrepancyId, String reason) {
    return new AuditRecord(at, admin, action, null, discrepancyId, null, reason, null);
  }

  /** What an admin did with a stop of payouts. */
  public static AuditRecord ofStop(
      Instant at, String admin, Action action, UUID stopId, String reason) {
    return new AuditRecord(at, admin, action, null, null, stopId, reason, null);
  }

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
    ACKNOWLEDGE,
    /** The first of two admins who correct a difference; may be done again with another amount. */
    PROPOSE,
    /** The second one: it was posted. */
    CORRECT,
    /** A difference was cleared up without a correction. */
    CLEAR_UP,
    /** Payouts were stopped. */
    STOP,
    /** A stop was lifted. */
    LIFT
  }
}
