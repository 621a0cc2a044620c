package io.clipmeter.payout.resolution;

import io.clipmeter.chassis.idempotency.Idempotency;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.chassis.security.Caller;
import io.clipmeter.payout.payment.PaymentDesk;
import io.clipmeter.payout.paypal.PayPalDesk;
import io.clipmeter.payout.request.PayoutRequest;
import io.clipmeter.payout.request.PayoutRequest.Approval;
import io.clipmeter.payout.request.PayoutStatus;
import io.clipmeter.payout.request.Refusal;
import io.clipmeter.payout.turn.TurnClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an admin ends a payout of which the provider says nothing, in one transaction. */
@Component
class ResolutionDesk {
  private static final ProblemType NOT_UNKNOWN =
      new ProblemType("payout-not-unknown", 409, "The payout's status does not allow it");
  private static final ProblemType STILL_ASKED =
      new ProblemType("payout-still-asked", 409, "PayPal may still carry the order out");
  private static final ProblemType OWN_APPROVAL =
      new ProblemType("other-admin-required", 403, "Another admin than the approver decides");

  /** What an Idempotency-Key stands for. */
  private record Asked(String operation, UUID payoutId, ResolutionForm form) {}

  private final Idempotency idempotency;
  private final PaymentDesk payments;
  private final PayPalDesk paypal;
  private final TurnClock turns;

  ResolutionDesk(
      Idempotency idempotency, PaymentDesk payments, PayPalDesk paypal, TurnClock turns) {
    this.turns = turns;
    this.idempotency = idempotency;
    this.payments = payments;
    this.paypal = paypal;
  }

  /** Ends a payout, or throws the refusal's problem. */
  @Transactional
  ResolutionView resolve(
      Caller admin, @Nullable String key, UUID id, ResolutionForm form, Instant now) {
    Asked asked = new Asked("resolve-payout", id, form);
    return idempotency.once(
        admin, key, asked, ResolutionView.class, () -> end(admin.subject(), id, form, now));
  }

  private ResolutionView end(String admin, UUID id, ResolutionForm form, Instant now) {
    PayoutRequest payout =
        payments.find(List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound().problem());
    if (payout.status() != PayoutStatus.UNKNOWN) {
      throw notUnknown(payout);
    }
    if (payout.clipperId().equals(admin)
        || approved(payout.firstApproval(), admin)
        || approved(payout.approval(), admin)) {
      throw OWN_APPROVAL.because("You approved this payout, or it is yours.");
    }
    // Before the request's row, as those do who keep PayPal's answers.
    if (!turns.inStep() || !paypal.stop(id, now)) {
      throw STILL_ASKED.because(
          "A call is under way, or PayPal did not answer yet and may be sent the order again, by"
              + " whoever has the account that it went to; it carries it out once. Wait for its"
              + " answer, or until the order is not sent any more. An instance whose clock is wrong"
              + " cannot tell.");
    }
    try {
      return payments
          .end(List.of(form.ending(id)), Set.of(PayoutStatus.UNKNOWN), admin, now)
          .stream()
          .findFirst()
          .map(ResolutionView::of)
          .orElseThrow(() -> notUnknown(payout));
    } catch (DuplicateKeyException e) {
      throw new Refusal.TransactionUsed().problem();
    }
  }

  private static boolean approved(@Nullable Approval approval, String admin) {
    return approval != null && approval.by().equals(admin);
  }

  private static RuntimeException notUnknown(PayoutRequest payout) {
    return NOT_UNKNOWN
        .because("The payout is " + payout.status() + ".")
        .with("payoutStatus", payout.status());
  }
}
