package io.clipmeter.payout.payment;

import io.clipmeter.payout.details.PayoutMethod;
import java.util.Collection;
import java.util.UUID;

/**
 * Which approved payouts are to be sent; none of them is while its clipper's earnings in its
 * currency are in question, or less than nothing of them is available.
 *
 * @param ids only these; any where there are none
 * @param most so many at most, the oldest first
 */
public record ToSend(
    PayoutMethod method, Collection<String> currencies, Collection<UUID> ids, int most) {}
