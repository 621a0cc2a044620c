package io.clipmeter.payout.reconciliation;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what was posted and what is stated, as it was when it was found.
 *
 * @param minute the minute of the facts that it is about
 * @param posted what was posted here, corrections of before among it
 * @param stated what the earnings service states; null where it states nothing of that minute
 * @param agreesNow whether the two are the same by now
 * @param resolvedAt when it was cleared up; null while it stops payouts
 * @param resolvedBy the admin who did
 * @param reason why, in the admin's words
 * @param correction what the clipper's earnings change by; posted when it is cleared up, and only
 *     proposed before; null where nothing is
 * @param proposedBy the admin who proposed it
 * @param proposedReason why, in that admin's words
 */
record Discrepancy(
    UUID id,
    String clipperId,
    String currency,
    Instant minute,
    Side posted,
    @Nullable Side stated,
    boolean agreesNow,
    Instant foundAt,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    @Nullable String reason,
    @Nullable Amount correction,
    @Nullable String proposedBy,
    @Nullable String proposedReason) {

  /**
   * One side of it.
   *
   * @param facts how many facts there are
   * @param earned accrued, adjusted and corrected
   * @param held of holds that began, less those that ended; may be negative
   */
  record Side(long facts, Amount earned, Amount held) {}
}
