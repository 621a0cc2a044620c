package io.clipmeter.payout.payment;

import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.events.Amount;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.payout.audit.AuditRecord;
import io.clipmeter.payout.audit.AuditRecord.Action;
import io.clipmeter.payout.audit.AuditRecords;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.balance.ClipperLedger.Reserved;
import io.clipmeter.payout.payment.Ending.Failed;
import io.clipmeter.payout.payment.Ending.Paid;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends and ends payouts, always inside the transaction of whoever has the reason for it. Balances
 * are locked before requests, as everywhere.
 */
@Component
public class PaymentDesk {
  private static final String PROVIDER = "PAYPAL";

  private final Payments payments;
  private final ClipperLedger ledger;
  private final Outbox outbox;
  private final AuditRecords audit;

  PaymentDesk(Payments payments, ClipperLedger ledger, Outbox outbox, AuditRecords audit) {
    this.payments = payments;
    this.ledger = ledger;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** These payouts as they are now, in no order; fewer where some do not exist. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<PayoutRequest> find(List<UUID> ids) {
    return payments.find(ids);
  }

  /**
   * Makes approved payouts sending ones; each is given to one caller, once.
   *
   * @param by the admin; null where nobody asked for it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<PayoutRequest> send(
      ToSend wanted, Channel channel, @Nullable String by, @Nullable String note, Instant now) {
    List<PayoutRequest> sent = payments.send(wanted, channel, now);
    audit.add(
        sent.stream()
            .map(payout -> record(payout.id(), Action.SEND, by, note, null, now))
            .toList());
    return sent;
  }

  /**
   * Gives an approved payout to the one admin who pays it by hand.
   *
   * @return empty where it is not approved, or its money has to stay
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<PayoutRequest> sendByHand(UUID payoutId, String by, Instant now) {
    Optional<PayoutRequest> sent = payments.sendByHand(payoutId, by, now);
    sent.ifPresent(payout -> audit.add(record(payout.id(), Action.SEND, by, "by hand", null, now)));
    return sent;
  }

  /**
   * Ends payouts that are in one of these states: the money leaves or goes back.
   *
   * @param by the admin; null where a provider said so
   * @return those that were ended; a caller that must end all or none rolls back where some are
   *     missing
   * @throws org.springframework.dao.DuplicateKeyException where the transaction has paid another
   *     request
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<PayoutRequest> end(
      List<Ending> endings, Set<PayoutStatus> from, @Nullable String by, Instant now) {
    List<UUID> ids = endings.stream().map(Ending::payoutId).toList();
    ledger.lock(payments.find(ids).stream().map(PaymentDesk::reserved).toList());
    List<PayoutRequest> ended = payments.end(endings, from, by, now);
    ledger.settle(reserved(ended, PayoutStatus.PAID), now);
    ledger.release(reserved(ended, PayoutStatus.FAILED), now);
    Map<UUID, PayoutRequest> byId =
        ended.stream().collect(Collectors.toMap(PayoutRequest::id, Function.identity()));
    List<AuditRecord> records = new ArrayList<>();
    for (Ending ending : endings) {
      PayoutRequest payout = byId.get(ending.payoutId());
      if (payout != null) {
        publish(event(payout, ending, now));
        records.add(record(ending, by, now));
      }
    }
    audit.add(records);
    return ended;
  }

  /** Locks sending payouts until there is proof: nobody knows whether they were paid. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void doubt(List<UUID> payoutIds, String reason, Instant now) {
    audit.add(
        payments.doubt(payoutIds, now).stream()
            .map(payout -> record(payout.id(), Action.DOUBT, null, reason, null, now))
            .toList());
  }

  /** The same, and that nothing will be heard of these by itself is written down in any case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leaveToPeople(List<UUID> payoutIds, String reason, Instant now) {
    List<PayoutRequest> _ = payments.doubt(payoutIds, now);
    audit.add(
        payoutIds.stream().map(id -> record(id, Action.DOUBT, null, reason, null, now)).toList());
  }

  /** The provider has the payout and is at it: it is known where it stands. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void underWay(UUID payoutId) {
    payments.underWay(payoutId);
  }

  private static Event event(PayoutRequest payout, Ending ending, Instant now) {
    Amount amount = Amount.of(payout.amount());
    return switch (ending) {
      case Paid paid ->
          new PayoutPaid(payout.id(), payout.clipperId(), amount, paid.transactionId(), now);
      case Failed failed ->
          new PayoutFailed(payout.id(), payout.clipperId(), amount, failed.reason(), now);
    };
  }

  private static AuditRecord record(Ending ending, @Nullable String by, Instant now) {
    return switch (ending) {
      case Paid(UUID id, String transaction, String note) ->
          record(id, Action.MARK_PAID, by, note, transaction, now);
      case Failed(UUID id, String reason) -> record(id, Action.FAIL, by, reason, null, now);
    };
  }

  private static AuditRecord record(
      UUID payout,
      Action action,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String transaction,
      Instant now) {
    return new AuditRecord(now, by == null ? PROVIDER : by, action, payout, reason, transaction);
  }

  private static List<Reserved> reserved(List<PayoutRequest> ended, PayoutStatus status) {
    return ended.stream()
        .filter(payout -> payout.status() == status)
        .map(PaymentDesk::reserved)
        .toList();
  }

  private static Reserved reserved(PayoutRequest payout) {
    return new Reserved(payout.id(), payout.clipperId(), payout.amount());
  }

  private void publish(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
  }
}
