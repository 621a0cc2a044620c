package io.clipmeter.payout.request;

import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutDetails;
import io.clipmeter.payout.details.PayoutMethod;
import java.time.Instant;
import java.util.UUID;

/**
 * A payout that a clipper asks for, its form being right.
 *
 * @param at when, in whole microseconds
 */
record NewPayout(
    UUID id,
    String clipperId,
    Money amount,
    PayoutMethod method,
    PayoutDetails details,
    Instant at) {

  PayoutRequest requested(boolean twoApprovers) {
    return new PayoutRequest(
        id,
        clipperId,
        amount,
        method,
        details.masked(),
        PayoutStatus.REQUESTED,
        at,
        twoApprovers,
        null,
        null,
        null,
        null);
  }
}
