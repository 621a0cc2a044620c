package io.clipmeter.payout.paypal;

import io.clipmeter.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was claimed for one call.
 *
 * @param begunAt when the payout became SENDING
 * @param batchId PayPal's id; null where it is not known: then the order is sent (again)
 * @param doubtBefore whether an earlier call may have arrived whose answer is not known
 * @param closedAt when the payout was paid or has failed; null while it is open
 * @param calls which call this is, 1 for the first: the answer counts only while it is the last,
 *     and nobody else has named the batch since, which counts as a call
 */
record PayPalPayment(
    UUID payoutId,
    Money amount,
    Instant begunAt,
    @Nullable String batchId,
    boolean doubtBefore,
    @Nullable Instant closedAt,
    int calls) {}
