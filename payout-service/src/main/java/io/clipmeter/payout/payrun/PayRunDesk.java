package io.clipmeter.payout.payrun;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.chassis.web.Ids;
import io.clipmeter.money.Money;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where admins make pay runs and say what became of their payouts. Each is one transaction: run,
 * payouts, ledger, events, audit records and the Idempotency-Key's memory commit together.
 */
@Component
class PayRunDesk {
  /** What an Idempotency-Key stands for. */
  private record Asked(String operation, PayRunForm form) {}

  private record Told(String operation, UUID runId, ResultForm form) {}

  private final Idempotency idempotency;
  private final PayRuns runs;
  private final PaymentDesk payments;
  private final Ids ids;

  PayRunDesk(Idempotency idempotency, PayRuns runs, PaymentDesk payments, Ids ids) {
    this.idempotency = idempotency;
    this.runs = runs;
    this.payments = payments;
    this.ids = ids;
  }

  /** Makes a run, or throws the refusal's problem. */
  @Transactional
  PayRunView create(Caller admin, @Nullable String key, PayRunForm form, Instant now) {
    Asked asked = new Asked("create-pay-run", form);
    return idempotency.once(
        admin, key, asked, PayRunView.class, () -> make(admin.subject(), form, now));
  }

  /** Ends payouts of a run, all of these or none, or throws the refusal's problem. */
  @Transactional
  PayRunView end(Caller admin, @Nullable String key, UUID runId, ResultForm form, Instant now) {
    Told told = new Told("end-pay-run-items", runId, form);
    List<Ending> endings = form.results().stream().map(ResultForm.Result::ending).toList();
    return idempotency.once(
        admin, key, told, PayRunView.class, () -> apply(admin.subject(), runId, endings, now));
  }

  private PayRunView make(String admin, PayRunForm form, Instant now) {
    UUID runId = ids.next();
    Set<UUID> wanted = form.payouts() == null ? Set.of() : new HashSet<>(form.payouts());
    ToSend toSend =
        new ToSend(PayoutMethod.BANK, List.of(form.currency()), wanted, PayRunForm.MOST);
    List<PayoutRequest> sent =
        payments.send(toSend, Channel.PAY_RUN, admin, "pay run " + runId, now);
    List<UUID> payouts = sent.stream().map(PayoutRequest::id).sorted().toList();
    for (UUID missing : wanted) {
      if (!payouts.contains(missing)) {
        throw new RunRefusal.NotPayable(missing).problem();
      }
    }
    Money total =
        sent.stream()
            .map(PayoutRequest::amount)
            .reduce(Money::plus)
            .orElseThrow(() -> new RunRefusal.Empty().problem());
    PayRun run = new PayRun(runId, payouts.size(), total, payouts.size(), admin, now);
    runs.insert(run, payouts);
    return PayRunView.of(run);
  }

  private PayRunView apply(String admin, UUID runId, List<Ending> results, Instant now) {
    Map<UUID, PayoutRequest> run =
        runs.payouts(runId).stream()
            .collect(Collectors.toMap(PayoutRequest::id, Function.identity()));
    if (run.isEmpty()) {
      throw new RunRefusal.NotFound().problem();
    }
    ResultPolicy.refusal(admin, results, run)
        .ifPresent(
            refusal -> {
              throw refusal.problem();
            });
    List<PayoutRequest> ended = end(results, admin, now);
    if (ended.size() < results.size()) {
      throw overtaken(results, ended).problem();
    }
    return runs.find(runId).map(PayRunView::of).orElseThrow();
  }

  private List<PayoutRequest> end(List<Ending> results, String admin, Instant now) {
    try {
      return payments.end(results, Set.of(PayoutStatus.SENDING), admin, now);
    } catch (DuplicateKeyException e) {
      throw new Refusal.TransactionUsed().problem();
    }
  }

  /** Somebody else has told of one of them since it was looked at. */
  private RunRefusal overtaken(List<Ending> results, List<PayoutRequest> ended) {
    Set<UUID> done = ended.stream().map(PayoutRequest::id).collect(Collectors.toSet());
    List<UUID> missing =
        results.stream().map(Ending::payoutId).filter(id -> !done.contains(id)).toList();
    return payments.find(missing).stream()
        .findFirst()
        .<RunRefusal>map(payout -> new RunRefusal.NotSending(payout.id(), payout.status()))
        .orElseGet(RunRefusal.NotFound::new);
  }
}
