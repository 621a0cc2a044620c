package io.clipmeter.payout.contradiction;

import io.clipmeter.events.Amount;
import io.clipmeter.payout.request.PayoutStatus;
import java.util.UUID;

/**
 * A closed payout of which PayPal says the contrary.
 *
 * @param id the payout's
 * @param status how it was closed: PAID or FAILED
 * @param itemStatus what PayPal says by now: in words of its items, DENIED for a whole batch, or
 *     UNRECOGNIZED for what its documents do not name
 */
record Contradiction(
    UUID id, String clipperId, Amount amount, PayoutStatus status, String itemStatus) {}
