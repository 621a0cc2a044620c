package io.clipmeter.payout.review;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.events.Amount;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.balance.Balance;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import io.clipmeter.payout.request.PayoutRequest.Sending;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.Refusal;
import io.clipmeter.payout.review.ApprovalPolicy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where admins decide. Each decision is one transaction: the request's status, the ledger, the
 * event, the audit record and the Idempotency-Key's memory commit together.
 *
 * <p>Locks the balance's row before the request's, as clippers' own actions do.
 */
@Component
class ReviewDesk {
  /** What an Idempotency-Key stands for. */
  private record Asked(String operation, UUID payoutId, ReviewAction action) {}

  private final Idempotency idempotency;
  private final ClipperLedger ledger;
  private final PayoutRequests requests;
  private final PaymentDesk payments;
  private final Outbox outbox;
  private final AuditRecords audit;

  ReviewDesk(
      Idempotency idempotency,
      ClipperLedger ledger,
      PayoutRequests requests,
      PaymentDesk payments,
      Outbox outbox,
      AuditRecords audit) {
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.requests = requests;
    this.payments = payments;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Decides about a payout, or throws the refusal's problem. */
  @Transactional
  ReviewView process(
      Caller admin, @Nullable String key, UUID id, ReviewAction action, Instant now) {
    Asked asked = new Asked("process-payout", id, action);
    return idempotency.once(
        admin, key, asked, ReviewView.class, () -> decide(admin.subject(), id, action, now));
  }

  private ReviewView decide(String admin, UUID id, ReviewAction action, Instant now) {
    PayoutRequest found = find(id);
    if (found.clipperId().equals(admin)) {
      throw new Refusal.OwnPayout().problem();
    }
    Balance balance = ledger.lock(found.clipperId(), found.amount().currency());
    PayoutRequest payout = find(id);
    PayoutRequest decided =
        switch (action) {
          case ReviewAction.Approve() -> approve(payout, balance, admin, now);
          case ReviewAction.Reject(String reason) -> reject(payout, admin, reason, now);
          case ReviewAction.SendByHand() -> sendByHand(payout, balance, admin, now);
          case ReviewAction.MarkPaid(String transaction) ->
              end(payout, new Ending.Paid(id, transaction, null), admin, now);
          case ReviewAction.Fail(String reason) ->
              end(payout, new Ending.Failed(id, reason), admin, now);
        };
    return ReviewView.of(decided, null);
  }

  private PayoutRequest approve(PayoutRequest payout, Balance balance, String admin, Instant now) {
    Approval approval = new Approval(admin, now);
    boolean frozen = requests.frozen(payout.clipperId(), payout.amount());
    return switch (ApprovalPolicy.decide(payout, admin, frozen, balance)) {
      case Verdict.First() -> approveFirst(payout.id(), approval);
      case Verdict.Approved() -> approveAtLast(payout, approval);
      case Verdict.Refused(Refusal refusal) -> throw refusal.problem();
    };
  }

  private PayoutRequest approveFirst(UUID id, Approval approval) {
    PayoutRequest noted =
        expect(requests.approveFirst(id, approval), id, Refusal.NotRequested::new);
    audit.add(new AuditRecord(approval.at(), approval.by(), Action.APPROVE_FIRST, id, null, null));
    return noted;
  }

  private PayoutRequest approveAtLast(PayoutRequest payout, Approval approval) {
    UUID id = payout.id();
    PayoutRequest approved = expect(requests.approve(id, approval), id, Refusal.NotRequested::new);
    publish(
        new PayoutApproved(
            id, payout.clipperId(), Amount.of(payout.amount()), approval.by(), approval.at()));
    audit.add(new AuditRecord(approval.at(), approval.by(), Action.APPROVE, id, null, null));
    return approved;
  }

  private PayoutRequest reject(PayoutRequest payout, String admin, String reason, Instant now) {
    UUID id = payout.id();
    Set<PayoutStatus> from = Set.of(PayoutStatus.REQUESTED, PayoutStatus.APPROVED);
    Closing closing = new Closing(admin, now, reason, null);
    PayoutRequest rejected =
        expect(
            requests.close(id, from, PayoutStatus.REJECTED, closing),
            id,
            Refusal.NotRejectable::new);
    ledger.release(id, payout.clipperId(), payout.amount(), now);
    publish(
        new PayoutRejected(id, payout.clipperId(), Amount.of(payout.amount()), reason, admin, now));
    audit.add(new AuditRecord(now, admin, Action.REJECT, id, reason, null));
    return rejected;
  }

  private PayoutRequest sendByHand(
      PayoutRequest payout, Balance balance, String admin, Instant now) {
    return payments
        .sendByHand(payout.id(), admin, now)
        .orElseThrow(() -> stays(find(payout.id()), balance).problem());
  }

  private Refusal stays(PayoutRequest payout, Balance balance) {
    if (payout.status() != PayoutStatus.APPROVED) {
      return new Refusal.NotApproved(payout.status());
    }
    return requests.frozen(payout.clipperId(), payout.amount())
        ? new Refusal.EarningsInQuestion()
        : new Refusal.BalanceBelowZero(balance.available());
  }

  /** Who pays by hand has locked the balance before, so nobody else ends it meanwhile. */
  private PayoutRequest end(PayoutRequest payout, Ending ending, String admin, Instant now) {
    Sending sending = payout.sending();
    if (sending == null || sending.channel() != Channel.HAND) {
      throw new Refusal.NotSentByHand(payout.status()).problem();
    }
    try {
      List<PayoutRequest> ended =
          payments.end(List.of(ending), Set.of(PayoutStatus.SENDING), admin, now);
      return expect(ended.stream().findFirst(), payout.id(), Refusal.NotSentByHand::new);
    } catch (DuplicateKeyException e) {
      throw new Refusal.TransactionUsed().problem();
    }
  }

  private PayoutRequest find(UUID id) {
    return requests.find(id).orElseThrow(() -> new Refusal.NotFound().problem());
  }

  private PayoutRequest expect(
      Optional<PayoutRequest> changed, UUID id, Function<PayoutStatus, Refusal> otherwise) {
    return changed.orElseThrow(() -> otherwise.apply(find(id).status()).problem());
  }

  private void publish(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
  }
}
