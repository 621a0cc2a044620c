package io.clipmeter.payout.resolution;

import io.clipmeter.events.Amount;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutStatus;
import java.util.UUID;

/** How a payout was ended by a person. */
record ResolutionView(UUID id, String clipperId, Amount amount, PayoutStatus status) {

  static ResolutionView of(PayoutRequest payout) {
    return new ResolutionView(
        payout.id(), payout.clipperId(), Amount.of(payout.amount()), payout.status());
  }
}
