package io.clipmeter.payout.request;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.util.UUID;

/** Why a payout is not requested, changed or shown. */
public sealed interface Refusal {

  /** No such currency, or none that payouts are made in. */
  record UnknownCurrency(String currency) implements Refusal {}

  /** The details do not say where to send the money. */
  record InvalidDetails(String field, String message) implements Refusal {}

  /** Not in whole minor units; {@code payable} is the next smaller amount that is. */
  record NotPayable(Money payable) implements Refusal {}

  /** Less than the smallest payout. */
  record BelowMinimum(Money minimum) implements Refusal {}

  /** More than the largest payout. */
  record AboveMaximum(Money maximum) implements Refusal {}

  /** A way to be paid that is not offered. */
  record MethodNotOffered(String method) implements Refusal {}

  /** Another request of the clipper in this currency is not closed. */
  record InFlight(UUID payoutId) implements Refusal {}

  /** What was earned is in question, or its payouts are stopped. */
  record EarningsInQuestion() implements Refusal {}

  /** More was held or taken back, after the request, than the clipper has beside it. */
  record BalanceBelowZero(Money available) implements Refusal {}

  /** More than the clipper has. */
  record InsufficientBalance(Money available) implements Refusal {}

  /** Nothing with this id that the caller may see. */
  record NotFound() implements Refusal {}

  /** Only possible while REQUESTED. */
  record NotRequested(PayoutStatus status) implements Refusal {}

  /** Only possible while APPROVED. */
  record NotApproved(PayoutStatus status) implements Refusal {}

  /** Only possible while somebody pays it by hand. */
  record NotSentByHand(PayoutStatus status) implements Refusal {}

  /** Only possible while REQUESTED or APPROVED. */
  record NotRejectable(PayoutStatus status) implements Refusal {}

  /** Nobody decides about their own payout. */
  record OwnPayout() implements Refusal {}

  /** The second of two approvals must be another admin's than the first. */
  record SecondApproverRequired() implements Refusal {}

  /** This payment has paid another request. */
  record TransactionUsed() implements Refusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case UnknownCurrency(String currency) ->
          problem("currency-unknown", 422, "This currency is not paid in")
              .because(currency + " is not a currency that can be paid.");
      case InvalidDetails(String field, String message) ->
          problem("payout-details-invalid", 422, "The money cannot be sent there")
              .because(field + " " + message + ".")
              .with("field", field);
      case MethodNotOffered(String method) ->
          problem("payout-method-not-offered", 422, "Nothing is paid this way")
              .because(method + " is not offered.");
      case NotPayable(Money payable) -> notPayable(payable);
      case BelowMinimum(Money minimum) -> belowMinimum(minimum);
      case AboveMaximum(Money maximum) -> aboveMaximum(maximum);
      case InFlight(UUID payoutId) -> inFlight(payoutId);
      case EarningsInQuestion() ->
          problem("earnings-in-question", 409, "The earnings are being checked")
              .because(
                  "Payouts of these earnings are stopped until an admin has cleared up why: where"
                      + " books disagree, or an admin has stopped them.");
      case BalanceBelowZero(Money available) -> belowZero(available);
      case InsufficientBalance(Money available) -> insufficient(available);
      case NotFound() ->
          problem("not-found", 404, "There is no such thing").because("There is no such payout.");
      case NotRequested(PayoutStatus status) -> wrongState("payout-not-requested", status);
      case NotApproved(PayoutStatus status) -> wrongState("payout-not-approved", status);
      case NotSentByHand(PayoutStatus status) -> wrongState("payout-not-sent-by-hand", status);
      case NotRejectable(PayoutStatus status) -> wrongState("payout-not-rejectable", status);
      case OwnPayout() ->
          problem("own-payout", 403, "Nobody decides about their own payout")
              .because("Another admin must decide about it.");
      case SecondApproverRequired() ->
          problem("second-approver-required", 409, "A second admin has to approve")
              .because("You approved it already; for this amount another admin must, too.");
      case TransactionUsed() ->
          problem("transaction-id-used", 409, "This transaction has paid another payout")
              .because("Give the transaction id of the payment of this payout.");
    };
  }

  private static ProblemException notPayable(Money payable) {
    return problem("amount-not-payable", 422, "The amount cannot be paid exactly")
        .because("The amount must be in whole minor units of its currency.")
        .with("payable", Amount.of(payable));
  }

  private static ProblemException belowMinimum(Money minimum) {
    return problem("amount-below-minimum", 422, "The amount is below the minimum")
        .because("The smallest payout is " + minimum + ".")
        .with("minimum", Amount.of(minimum));
  }

  private static ProblemException aboveMaximum(Money maximum) {
    return problem("amount-above-maximum", 422, "The amount is above the maximum")
        .because("The largest payout is " + maximum + ".")
        .with("maximum", Amount.of(maximum));
  }

  private static ProblemException inFlight(UUID payoutId) {
    return problem("payout-in-flight", 409, "Another payout is in flight")
        .because("Wait until it is closed, or cancel it.")
        .with("payoutId", payoutId);
  }

  private static ProblemException insufficient(Money available) {
    return problem("insufficient-balance", 422, "The balance is not sufficient")
        .because("Available are " + available + ".")
        .with("available", Amount.of(available));
  }

  private static ProblemException belowZero(Money available) {
    return problem("balance-below-zero", 409, "Money of this payout was held or taken back")
        .because(
            "Available are "
                + available
                + ": reject the payout, or wait until what is held or waits is payable, or more is"
                + " earned.")
        .with("available", Amount.of(available));
  }

  private static ProblemException wrongState(String slug, PayoutStatus status) {
    return problem(slug, 409, "The payout's status does not allow it")
        .because("The payout is " + status + ".")
        .with("payoutStatus", status);
  }

  private static ProblemType problem(String slug, int status, String title) {
    return new ProblemType(slug, status, title);
  }
}
