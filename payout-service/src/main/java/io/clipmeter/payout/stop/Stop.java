package io.clipmeter.payout.stop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop of payouts: nothing is asked for, approved or sent of what it covers.
 *
 * @param clipperId whose; null for all
 * @param currency in which; null for all
 * @param reason in the admin's words, or what was found
 * @param reference the id of the earnings service's finding; null elsewhere
 * @param setBy the admin; null where the service itself has found something
 * @param liftedAt null while it stands
 * @param liftedReason why, in the admin's words
 */
record Stop(
    UUID id,
    Origin origin,
    @Nullable String clipperId,
    @Nullable String currency,
    String reason,
    @Nullable UUID reference,
    Instant setAt,
    @Nullable String setBy,
    @Nullable Instant liftedAt,
    @Nullable String liftedBy,
    @Nullable String liftedReason) {

  /** Who has set it. */
  enum Origin {
    /** A person. */
    ADMIN,

    /** The look at ledger, balances and requests. */
    LEDGER,

    /** The earnings service, whose books contradict themselves. */
    EARNINGS
  }
}
