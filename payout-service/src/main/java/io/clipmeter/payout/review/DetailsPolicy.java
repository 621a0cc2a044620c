package io.clipmeter.payout.review;

import io.clipmeter.money.Money;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutRequest.Sending;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may see where a payout's money goes. Pure. */
final class DetailsPolicy {
  private DetailsPolicy() {}

  /**
   * Whether this admin sees the details unmasked: who has said to pay by hand, until it is over. A
   * provider and a bank's file are told by others, and after the end nobody needs them unasked.
   */
  static boolean shows(PayoutRequest payout, String admin) {
    Sending sending = payout.sending();
    return payout.status() == PayoutStatus.SENDING
        && sending != null
        && sending.channel() == Channel.HAND
        && admin.equals(sending.by());
  }

  /** Why nobody is to pay by hand now what is on its way; empty where nothing is against it. */
  static Optional<Refusal> refusal(@Nullable Funds funds) {
    if (funds == null) {
      return Optional.empty();
    }
    if (funds.frozen()) {
      return Optional.of(new Refusal.EarningsInQuestion());
    }
    Money available = funds.available().toMoney();
    return available.isNegative()
        ? Optional.of(new Refusal.BalanceBelowZero(available))
        : Optional.empty();
  }
}
