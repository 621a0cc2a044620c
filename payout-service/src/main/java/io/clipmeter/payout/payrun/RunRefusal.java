package io.clipmeter.payout.payrun;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.payout.request.PayoutStatus;
import java.util.UUID;

/** Why a pay run is not made, shown or changed. Nothing has happened then. */
sealed interface RunRefusal {

  /** Nothing with this id. */
  record NotFound() implements RunRefusal {}

  /** No approved payout of this currency goes to a bank. */
  record Empty() implements RunRefusal {}

  /**
   * All payouts of the run are closed, or their money has to stay, or their details do not open.
   */
  record NothingLeaves() implements RunRefusal {}

  /** Not all that were named are approved ones of this currency that go to a bank and may leave. */
  record NotPayable(UUID payoutId) implements RunRefusal {}

  /** A result for a payout that is not in the run. */
  record NotInRun(UUID payoutId) implements RunRefusal {}

  /** Two results for one payout. */
  record ResultTwice(UUID payoutId) implements RunRefusal {}

  /** One transaction for two payouts. */
  record TransactionTwice(UUID payoutId) implements RunRefusal {}

  /** A result for a payout that has one. */
  record NotSending(UUID payoutId, PayoutStatus status) implements RunRefusal {}

  /** A result for the admin's own payout. */
  record OwnPayout(UUID payoutId) implements RunRefusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case NotFound() ->
          problem("not-found", 404, "There is no such thing").because("There is no such pay run.");
      case Empty() ->
          problem("pay-run-empty", 409, "There is nothing to pay")
              .because("No approved payout of this currency goes to a bank.");
      case NothingLeaves() -> nothingLeaves();
      case NotPayable(UUID payout) -> notPayable(payout);
      case NotInRun(UUID payout) ->
          problem("payout-not-in-run", 422, "A result is for another run")
              .because("The payout is not in this run.")
              .with("payoutId", payout);
      case ResultTwice(UUID payout) ->
          problem("result-twice", 422, "A payout has two results")
              .because("Each payout ends once.")
              .with("payoutId", payout);
      case TransactionTwice(UUID payout) ->
          problem("transaction-id-twice", 422, "A transaction pays two payouts")
              .because("Give each payout the id of its own payment.")
              .with("payoutId", payout);
      case OwnPayout(UUID payout) ->
          problem("own-payout", 403, "Nobody decides about their own payout")
              .because("Another admin must tell of it.")
              .with("payoutId", payout);
      case NotSending(UUID payout, PayoutStatus status) ->
          problem("payout-not-sending", 409, "The payout's status does not allow it")
              .because("The payout is " + status + ".")
              .with("payoutId", payout)
              .with("payoutStatus", status);
    };
  }

  private static ProblemException nothingLeaves() {
    return problem("pay-run-nothing-leaves", 409, "No payout of the run may leave now")
        .because(
            "Each is closed, or its clipper's earnings are in question, or less than nothing of"
                + " them is available, or no key opens where it goes.");
  }

  private static ProblemException notPayable(UUID payout) {
    return problem("payout-not-payable", 409, "A payout cannot be put into this run")
        .because(
            "It must be approved, of this currency, and go to a bank; its clipper's earnings must"
                + " not be in question, nor what is available of them below zero.")
        .with("payoutId", payout);
  }

  private static ProblemType problem(String slug, int status, String title) {
    return new ProblemType(slug, status, title);
  }
}
