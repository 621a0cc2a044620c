package io.clipmeter.earnings.correction;

import io.clipmeter.events.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold of a clip's earnings.
 *
 * @param expiresAt when it ends by itself; null where an admin ends it
 * @param releasedAt when it ended; null while it lasts
 */
record HoldView(
    UUID id,
    UUID clipId,
    Amount amount,
    String reason,
    String heldBy,
    Instant heldAt,
    @Nullable Instant expiresAt,
    @Nullable Instant releasedAt) {}
