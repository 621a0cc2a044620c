package io.clipmeter.tracking.creator;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import java.time.Duration;

/** Why an account is not claimed, proven or shown. */
sealed interface CreatorRefusal {

  /** None of this clipper's accounts has this id. */
  record NotFound() implements CreatorRefusal {}

  /** The clipper has as many codes as one may have. */
  record TooManyCodes(Duration until) implements CreatorRefusal {}

  /** The code's time is up. */
  record CodeExpired() implements CreatorRefusal {}

  /** The code was looked for as often as it may be. */
  record TooManyAttempts(Duration until) implements CreatorRefusal {}

  /** The platform shows the profile, and the code is not in it. */
  record CodeNotFound() implements CreatorRefusal {}

  /** The platform knows no such profile. */
  record ProfileNotFound() implements CreatorRefusal {}

  /** The platform did not show the profile; it may later. */
  record ProfileUnreadable() implements CreatorRefusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case NotFound() ->
          problem("account-not-found", 404, "There is no such account")
              .because("None of your accounts has this id.");
      case TooManyCodes(Duration until) ->
          problem("too-many-codes", 429, "Too many accounts wait for their proof")
              .because("Prove the accounts that have codes, or wait until the codes expire.")
              .retryAfter(until);
      case CodeExpired() ->
          problem("code-expired", 409, "The code has expired")
              .because("Claim the account again for a new code; nothing was read.");
      case TooManyAttempts(Duration until) ->
          problem("too-many-attempts", 429, "The code was looked for too often")
              .because("Claim the account again when the code has expired.")
              .retryAfter(until);
      case CodeNotFound() ->
          problem("code-not-found", 422, "The code is not in the profile")
              .because("Put the code into the text of the profile, save it, and try again.");
      case ProfileNotFound() ->
          problem("profile-not-found", 422, "There is no such profile")
              .because("The platform shows no public profile of this name.");
      case ProfileUnreadable() ->
          problem("profile-unreadable", 503, "The profile could not be read")
              .because("The platform did not answer; this attempt does not count.")
              .retryAfter(Duration.ofSeconds(30));
    };
  }

  private static ProblemType problem(String slug, int status, String title) {
    return new ProblemType(slug, status, title);
  }
}
