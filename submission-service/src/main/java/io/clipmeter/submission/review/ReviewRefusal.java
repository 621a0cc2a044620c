package io.clipmeter.submission.review;

import io.clipmeter.chassis.problem.ProblemException;
import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.submission.submission.SubmissionRefusal;
import io.clipmeter.submission.submission.SubmissionStatus;

/** Why a submission is not decided. */
sealed interface ReviewRefusal {

  /** There is none with this id. */
  record NotFound() implements ReviewRefusal {}

  /** It is decided or withdrawn already. */
  record NotPending(SubmissionStatus status) implements ReviewRefusal {}

  /** It can't be approved before its baseline is known. */
  record BaselinePending() implements ReviewRefusal {}

  /** The platform names somebody else as the author, and the admin has not said to know that. */
  record AuthorDiffers() implements ReviewRefusal {}

  /** The video is an advertisement, and its campaign takes none. */
  record Sponsored() implements ReviewRefusal {}

  /** Its campaign pays no more. */
  record CampaignOver(CampaignStatus status) implements ReviewRefusal {}

  /** This refusal for the caller. */
  default ProblemException problem() {
    return switch (this) {
      case NotFound() -> new SubmissionRefusal.NotFound().problem();
      case NotPending(SubmissionStatus status) ->
          new SubmissionRefusal.NotPending(status).problem();
      case BaselinePending() ->
          new ProblemType("baseline-pending", 409, "The baseline is not known yet")
              .because("The views that the submission starts from are still being captured.");
      case AuthorDiffers() ->
          new ProblemType("author-mismatch", 409, "Somebody else made the video")
              .because(
                  "The platform names an author that the clipper has not proven to be. Send"
                      + " acknowledgeMismatch to approve it nevertheless.");
      case Sponsored() ->
          new ProblemType("sponsored-video", 409, "The video is an advertisement")
              .because(
                  "Its provider says that it is an advertisement or paid for, and the campaign"
                      + " takes none.");
      case CampaignOver(CampaignStatus status) ->
          new ProblemType("campaign-over", 409, "The campaign is over")
              .because("The campaign is " + status + " and pays no more.")
              .with("campaignStatus", status);
    };
  }
}
