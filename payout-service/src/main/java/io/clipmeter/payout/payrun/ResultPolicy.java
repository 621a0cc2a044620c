package io.clipmeter.payout.payrun;

import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether a list of results can be applied. Pure; the first reason against it is the answer. */
final class ResultPolicy {
  private ResultPolicy() {}

  /**
   * The reason against the list; empty where there is none.
   *
   * @param run the payouts of the run
   */
  static Optional<RunRefusal> refusal(
      String admin, List<Ending> results, Map<UUID, PayoutRequest> run) {
    Set<UUID> payouts = new HashSet<>();
    Set<String> transactions = new HashSet<>();
    for (Ending result : results) {
      UUID id = result.payoutId();
      PayoutRequest payout = run.get(id);
      if (payout == null) {
        return Optional.of(new RunRefusal.NotInRun(id));
      }
      if (!payouts.add(id)) {
        return Optional.of(new RunRefusal.ResultTwice(id));
      }
      if (payout.clipperId().equals(admin)) {
        return Optional.of(new RunRefusal.OwnPayout(id));
      }
      if (payout.status() != PayoutStatus.SENDING) {
        return Optional.of(new RunRefusal.NotSending(id, payout.status()));
      }
      if (result instanceof Ending.Paid paid && !transactions.add(paid.transactionId())) {
        return Optional.of(new RunRefusal.TransactionTwice(id));
      }
    }
    return Optional.empty();
  }
}
