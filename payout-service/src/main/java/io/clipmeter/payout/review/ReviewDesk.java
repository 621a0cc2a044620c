package io.clipmeter.payout.review;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.events.Amount;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.details.DetailsForm;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import io.clipmeter.payout.request.PayoutRequests;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.Refusal;
import java.time.Instant;
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
  private final SealedDetails details;
  private final Outbox outbox;
  private final AuditRecords audit;

  ReviewDesk(
      Idempotency idempotency,
      ClipperLedger ledger,
      PayoutRequests requests,
      SealedDetails details,
      Outbox outbox,
      AuditRecords audit) {
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.requests = requests;
    this.details = details;
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

  /** The payout with its unmasked details; that they were read is written down. */
  @Transactional
  ReviewView open(Caller admin, UUID id, Instant now) {
    PayoutRequest payout = find(id);
    audit.add(new AuditRecord(now, admin.subject(), Action.READ_DETAILS, id, null, null));
    return ReviewView.of(payout, DetailsForm.of(details.open(id, payout.method())));
  }

  private ReviewView decide(String admin, UUID id, ReviewAction action, Instant now) {
    PayoutRequest payout = find(id);
    ledger.lock(payout.clipperId(), payout.amount().currency());
    return ReviewView.of(
        switch (action) {
          case ReviewAction.Approve() -> approve(payout, admin, now);
          case ReviewAction.Reject(String reason) -> reject(payout, admin, reason, now);
          case ReviewAction.MarkPaid(String transaction) ->
              markPaid(payout, admin, transaction, now);
        });
  }

  private PayoutRequest approve(PayoutRequest payout, String admin, Instant now) {
    UUID id = payout.id();
    PayoutRequest approved =
        expect(requests.approve(id, new Approval(admin, now)), id, Refusal.NotRequested::new);
    publish(new PayoutApproved(id, payout.clipperId(), Amount.of(payout.amount()), admin, now));
    audit.add(new AuditRecord(now, admin, Action.APPROVE, id, null, null));
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

  private PayoutRequest markPaid(
      PayoutRequest payout, String admin, String transaction, Instant now) {
    UUID id = payout.id();
    Closing closing = new Closing(admin, now, null, transaction);
    PayoutRequest paid = expect(closeAsPaid(id, closing), id, Refusal.NotApproved::new);
    ledger.settle(id, payout.clipperId(), payout.amount(), now);
    publish(new PayoutPaid(id, payout.clipperId(), Amount.of(payout.amount()), transaction, now));
    audit.add(new AuditRecord(now, admin, Action.MARK_PAID, id, null, transaction));
    return paid;
  }

  private Optional<PayoutRequest> closeAsPaid(UUID id, Closing closing) {
    try {
      return requests.close(id, Set.of(PayoutStatus.APPROVED), PayoutStatus.PAID, closing);
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
