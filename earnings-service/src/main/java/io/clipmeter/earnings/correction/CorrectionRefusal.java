package io.clipmeter.earnings.correction;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Amount;
import io.clipmeter.money.Money;
import java.util.UUID;

/** Why earnings are not corrected, held or released. */
sealed interface CorrectionRefusal {

  /** The campaign has no such clip. */
  record NoClip(UUID clipId) implements CorrectionRefusal {}

  /** The clip has no such hold. */
  record NoHold(UUID holdId) implements CorrectionRefusal {}

  /** No amount of the campaign's currency, or none at all. */
  record NotAnAmount(String currency) implements CorrectionRefusal {}

  /** More than the clip has earned and not held. */
  record MoreThanFree(Money free) implements CorrectionRefusal {}

  /** More than one adjustment, or all of the clip, may add. */
  record TooMuchAdded(Money most, Money adjusted) implements CorrectionRefusal {}

  /** The admin would give to themselves. */
  record OwnClip() implements CorrectionRefusal {}

  /** It would end before it began, or years from now. */
  record EndOutOfRange() implements CorrectionRefusal {}

  /** It has ended. */
  record Released(UUID holdId) implements CorrectionRefusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case NoClip(UUID clipId) ->
          problem("clip-not-found", 404, "There is no such clip")
              .because("No clip of this campaign is " + clipId + ".");
      case NoHold(UUID holdId) ->
          problem("hold-not-found", 404, "There is no such hold")
              .because("No hold of this clip is " + holdId + ".");
      case NotAnAmount(String currency) ->
          problem("amount-invalid", 422, "The amount cannot be posted")
              .because("It must be an amount of " + currency + " that fits, and not nothing.");
      case MoreThanFree(Money free) ->
          problem("more-than-earned", 422, "The clip has not earned that much")
              .because(free + " of it are earned and not held.")
              .with("free", Amount.of(free));
      case TooMuchAdded(Money most, Money adjusted) ->
          problem("adjustment-too-large", 422, "The adjustment adds too much")
              .because(
                  "One adds at most "
                      + most
                      + ", and all of a clip's stand at no more; now they stand at "
                      + adjusted
                      + ".")
              .with("most", Amount.of(most))
              .with("adjusted", Amount.of(adjusted));
      case OwnClip() ->
          problem("own-clip", 403, "Nobody gives to their own clip")
              .because("Another admin has to add to its earnings, or to release them.");
      case EndOutOfRange() ->
          problem("hold-end-invalid", 422, "The hold cannot end then")
              .because("expiresAt must be in the next five years.");
      case Released(UUID holdId) ->
          problem("hold-released", 409, "The hold has ended")
              .because("Hold " + holdId + " has been released.");
    };
  }

  private static ProblemType problem(String slug, int status, String title) {
    return new ProblemType(slug, status, title);
  }
}
