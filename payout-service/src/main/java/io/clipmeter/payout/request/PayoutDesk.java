package io.clipmeter.payout.request;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.outbox.Outbox;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.events.Amount;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutCancelled;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.payout.balance.Balance;
import io.clipmeter.payout.balance.ClipperLedger;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.request.PayoutPolicy.Limits;
import io.clipmeter.payout.request.PayoutRequest.Closing;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where clippers ask for their money and take the request back. Each is one transaction: balance,
 * ledger, request, event and the Idempotency-Key's memory commit together.
 *
 * <p>The balance's row is locked before anything is decided, and before the request's row.
 */
@Component
class PayoutDesk {
  /** What an Idempotency-Key stands for; the details only as a fingerprint. */
  private record Asked(String operation, Amount amount, String method, String details) {
    static Asked of(NewPayout wanted, String fingerprint) {
      return new Asked(
          "request-payout", Amount.of(wanted.amount()), wanted.method().name(), fingerprint);
    }
  }

  /** What the key of a cancellation stands for. */
  private record Cancelling(String operation, UUID payoutId) {}

  private final Idempotency idempotency;
  private final ClipperLedger ledger;
  private final PayoutRequests requests;
  private final SealedDetails details;
  private final Outbox outbox;
  private final PayoutSettings settings;

  PayoutDesk(
      Idempotency idempotency,
      ClipperLedger ledger,
      PayoutRequests requests,
      SealedDetails details,
      Outbox outbox,
      PayoutSettings settings) {
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.requests = requests;
    this.details = details;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** Requests a payout, or throws the refusal's problem. */
  @Transactional
  PayoutView request(Caller caller, @Nullable String key, NewPayout wanted) {
    List<Asked> asked =
        details.fingerprints(wanted.details()).stream()
            .map(fingerprint -> Asked.of(wanted, fingerprint))
            .toList();
    return idempotency.once(
        caller,
        key,
        asked.getFirst(),
        asked.subList(1, asked.size()),
        PayoutView.class,
        () -> open(wanted));
  }

  /** Takes a request back that nobody has approved, or throws the refusal's problem. */
  @Transactional
  PayoutView cancel(Caller caller, @Nullable String key, UUID id, Instant now) {
    Cancelling asked = new Cancelling("cancel-payout", id);
    return idempotency.once(caller, key, asked, PayoutView.class, () -> takeBack(caller, id, now));
  }

  private PayoutView takeBack(Caller caller, UUID id, Instant now) {
    PayoutRequest payout =
        requests.findOwn(id, caller.subject()).orElseThrow(() -> new Refusal.NotFound().problem());
    ledger.lock(payout.clipperId(), payout.amount().currency());
    PayoutRequest cancelled =
        requests
            .close(
                id,
                Set.of(PayoutStatus.REQUESTED),
                PayoutStatus.CANCELLED,
                new Closing(caller.subject(), now, null, null))
            .orElseThrow(() -> notRequested(id));
    ledger.release(id, payout.clipperId(), payout.amount(), now);
    publish(new PayoutCancelled(id, payout.clipperId(), Amount.of(payout.amount()), now));
    return PayoutView.of(cancelled);
  }

  private PayoutView open(NewPayout wanted) {
    Optional<Refusal> notOffered =
        PayoutPolicy.notOffered(wanted.amount(), wanted.method(), settings);
    if (notOffered.isPresent()) {
      throw notOffered.get().problem();
    }
    Balance balance = ledger.lock(wanted.clipperId(), wanted.amount().currency());
    Optional<Refusal> refusal =
        PayoutPolicy.refusal(
            wanted.amount(),
            limits(wanted.amount().currency()),
            requests.inFlight(wanted.clipperId(), wanted.amount()),
            requests.frozen(wanted.clipperId(), wanted.amount()),
            balance);
    if (refusal.isPresent()) {
      throw refusal.get().problem();
    }
    PayoutRequest payout = wanted.requested(settings.needsTwoApprovers(wanted.amount()));
    requests.insert(payout);
    details.put(payout.id(), wanted.details());
    ledger.reserve(payout.id(), payout.clipperId(), payout.amount(), wanted.at());
    publish(
        new PayoutRequested(
            payout.id(),
            payout.clipperId(),
            Amount.of(payout.amount()),
            payout.method().name(),
            wanted.at()));
    return PayoutView.of(payout);
  }

  private Limits limits(Currency currency) {
    return new Limits(settings.minimum(currency), settings.maximum(currency));
  }

  private RuntimeException notRequested(UUID id) {
    return requests
        .find(id)
        .<Refusal>map(payout -> new Refusal.NotRequested(payout.status()))
        .orElseGet(Refusal.NotFound::new)
        .problem();
  }

  private void publish(Event event) {
    outbox.append(event.type().topic().topicName(), event.key(), event.type().ceType(), event);
  }
}
