package io.clipmeter.payout.paypal;

import io.clipmeter.payout.details.PayoutDetails;
import io.clipmeter.payout.details.PayoutMethod;
import io.clipmeter.payout.details.SealedDetails;
import io.clipmeter.payout.payment.Ending;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.payment.ToSend;
import io.clipmeter.payout.paypal.PayPal.Order;
import io.clipmeter.payout.paypal.PayPalPayments.Kept;
import io.clipmeter.payout.paypal.PayPalPolicy.Step;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Channel;
import io.clipmeter.payout.request.PayoutStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions before and after a call of PayPal; none is open during one. */
@Component
public class PayPalDesk {
  private static final Set<PayoutStatus> OPEN = Set.of(PayoutStatus.SENDING, PayoutStatus.UNKNOWN);
  private static final String NEVER = "It was never ordered from PayPal: its money has to stay";
  private static final String ELSEWHERE =
      "It was ordered from another PayPal account, or nobody knows which: it is neither ordered"
          + " again nor asked for";
  private static final int ANSWER_MAX = 300;
  private static final int SILENT_MAX = 1000;

  private final PayPalPayments paypal;
  private final PaymentDesk payments;
  private final SealedDetails details;
  private final PayPalSettings settings;

  PayPalDesk(
      PayPalPayments paypal, PaymentDesk payments, SealedDetails details, PayPalSettings settings) {
    this.paypal = paypal;
    this.payments = payments;
    this.details = details;
    this.settings = settings;
  }

  /** Makes approved PayPal payouts sending ones. */
  @Transactional
  void begin(Instant now) {
    ToSend approved =
        new ToSend(PayoutMethod.PAYPAL, settings.currencies(), List.of(), settings.batchMax());
    List<PayoutRequest> sent = payments.send(approved, Channel.PAYPAL, null, null, now);
    paypal.begin(sent.stream().map(PayoutRequest::id).toList(), now);
  }

  /**
   * Takes payments that PayPal is to be called about, for one call each. An order whose details do
   * not open is not made, and so not in doubt either.
   *
   * @param account that is called
   */
  @Transactional
  List<PayPalPayment> claim(String account, Instant now) {
    Instant busyUntil = now.plus(settings.busyFor());
    List<PayPalPayment> claimed =
        paypal.claim(settings.batchMax(), account, now, busyUntil, recognized(now));
    Set<UUID> opening =
        details.opening(
            claimed.stream()
                .filter(payment -> payment.batchId() == null)
                .map(PayPalPayment::payoutId)
                .toList());
    List<PayPalPayment> due = new ArrayList<>();
    for (PayPalPayment payment : claimed) {
      if (payment.batchId() != null || opening.contains(payment.payoutId())) {
        due.add(payment);
      } else {
        boolean _ =
            paypal.answer(payment, kept(payment, new Step.Wait("its details do not open"), now));
      }
    }
    return due;
  }

  /** What PayPal is asked to pay, with the address in the clear. */
  @Transactional(readOnly = true)
  Order order(PayPalPayment payment) {
    UUID id = payment.payoutId();
    if (!(details.open(id, PayoutMethod.PAYPAL) instanceof PayoutDetails.PayPal(String email))) {
      throw new IllegalStateException("payout " + id + " has no PayPal account");
    }
    return new Order(id, payment.amount(), email);
  }

  /** Keeps what an answer led to, unless a later call was begun, or the batch was named, since. */
  @Transactional
  void record(PayPalPayment payment, Step step, Instant now) {
    if (!paypal.answer(payment, kept(payment, step, now))) {
      return;
    }
    UUID id = payment.payoutId();
    switch (step) {
      case Step.Known _, Step.UnderWay _ -> payments.underWay(id);
      case Step.Paid(String transaction) -> end(new Ending.Paid(id, transaction, null), now);
      case Step.NotPaid(_, String reason) -> end(new Ending.Failed(id, reason), now);
      case Step.Doubt(_, String why) -> payments.doubt(List.of(id), why, now);
      case Step.Wait _ -> {}
    }
  }

  /**
   * Locks payouts until there is proof that nobody will hear of by themselves: their order is not
   * made any more, or PayPal has it and does not say how it stands. Needs no PayPal.
   */
  @Transactional
  void doubtSilent(Instant now) {
    List<UUID> silent =
        paypal.silent(SILENT_MAX, now, now.minus(settings.silentFor()), recognized(now));
    payments.doubt(silent, "PayPal has said nothing of it for too long", now);
  }

  /**
   * Locks payouts that another account has or may have, and leaves them to a person; gives those
   * that were not told of before. What this account says of them proves nothing.
   *
   * @param account that is called
   */
  @Transactional
  List<UUID> leaveElsewhere(String account, Instant now) {
    List<UUID> ids = paypal.elsewhere(SILENT_MAX, ELSEWHERE, account, now);
    payments.leaveToPeople(ids, ELSEWHERE, now);
    return ids;
  }

  /**
   * Ends payouts that were for certain never ordered, once their money has had to stay for as long
   * as PayPal would be asked for. Needs no PayPal.
   */
  @Transactional
  void giveUp(Instant now) {
    List<Ending> endings = new ArrayList<>();
    for (UUID id : paypal.giveUp(SILENT_MAX, NEVER, now, now.minus(settings.giveUpAfter()))) {
      endings.add(new Ending.Failed(id, NEVER));
    }
    if (!endings.isEmpty()) {
      List<PayoutRequest> _ = payments.end(endings, Set.of(PayoutStatus.SENDING), null, now);
    }
  }

  /**
   * PayPal names the batch that a payout is in: where its answer to the order got lost, it is asked
   * by that id from now on. What it says then counts, and nothing else.
   *
   * @param batchId 1 to 64 letters, digits and dashes
   */
  @Transactional
  public void nameBatch(UUID payoutId, String batchId) {
    paypal.nameBatch(payoutId, batchId);
  }

  /** Somebody says that there is news: PayPal is asked at the next opportunity, and no more. */
  @Transactional
  public void askNow(UUID payoutId, Instant now) {
    paypal.askNow(payoutId, now);
  }

  /**
   * Ends the ordering of a payout that a person has proof of. PayPal, where it has the order, is
   * asked later whether it says the contrary.
   *
   * @return false where a call is under way, or PayPal would still be sent the order: then a proof
   *     of now is none
   */
  @Transactional
  public boolean stop(UUID payoutId, Instant now) {
    return paypal.stop(payoutId, now, now.plus(settings.watchGap()), recognized(now));
  }

  private void end(Ending ending, Instant now) {
    // None where it was closed before; the gauge tells where PayPal says the contrary by now.
    List<PayoutRequest> _ = payments.end(List.of(ending), OPEN, null, now);
  }

  private Instant recognized(Instant now) {
    return now.minus(settings.resendFor());
  }

  private Kept kept(PayPalPayment payment, Step step, Instant now) {
    Instant next = next(payment, step, now);
    return switch (step) {
      case Step.Known(String batchId) -> new Kept(batchId, false, next, now, null, "ACCEPTED");
      case Step.UnderWay(ItemStatus status) ->
          new Kept(null, false, next, now, status.name(), status.name());
      case Step.Paid _ -> new Kept(null, false, next, now, ItemStatus.SUCCESS.name(), "SUCCESS");
      case Step.NotPaid(String said, String reason) ->
          new Kept(null, false, next, now, said, cut(reason));
      case Step.Doubt(String said, String why) -> new Kept(null, true, next, null, said, cut(why));
      case Step.Wait(String why) ->
          new Kept(null, payment.doubtBefore(), next, null, null, cut(why));
    };
  }

  private @Nullable Instant next(PayPalPayment payment, Step step, Instant now) {
    if (step instanceof Step.NotPaid) {
      return null;
    }
    Instant closedAt = payment.closedAt();
    if (closedAt == null && !(step instanceof Step.Paid)) {
      return now.plus(
          PayPalPolicy.gap(payment.calls(), settings.firstGap(), settings.longestGap()));
    }
    return PayPalPolicy.watchAt(
        closedAt == null ? now : closedAt, now, settings.watchGap(), settings.watchFor());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), ANSWER_MAX));
  }
}
