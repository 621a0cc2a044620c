package io.clipmeter.payout.disclosure;

import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutRequest.Sending;

/** Of which payouts somebody may have to know where the money went. Pure. */
final class DisclosurePolicy {
  private DisclosurePolicy() {}

  /**
   * Where money was, or may have been, on its way. Of what is being paid by hand only its payer
   * sees the details, and not by this.
   */
  static boolean mayBeNeeded(PayoutRequest payout) {
    Sending sending = payout.sending();
    return switch (payout.status()) {
      case REQUESTED, APPROVED, REJECTED, CANCELLED -> false;
      case SENDING -> sending != null && sending.channel() != Channel.HAND;
      case UNKNOWN, PAID, FAILED -> true;
    };
  }
}
