package io.clipmeter.submission.review;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import io.clipmeter.submission.review.ReviewRefusal.AuthorDiffers;
import io.clipmeter.submission.review.ReviewRefusal.BaselinePending;
import io.clipmeter.submission.review.ReviewRefusal.CampaignOver;
import io.clipmeter.submission.review.ReviewRefusal.NotPending;
import io.clipmeter.submission.review.ReviewRefusal.Sponsored;
import io.clipmeter.submission.submission.Submission;
import io.clipmeter.submission.submission.Submission.Views;
import io.clipmeter.submission.submission.SubmissionStatus;
import org.jspecify.annotations.Nullable;

/** Whether a submission may be decided. */
final class ReviewPolicy {
  private ReviewPolicy() {}

  /** What a submission's campaign says at present. */
  record Rules(CampaignStatus status, SponsoredVideos sponsoredVideos) {}

  /** What became of the wish to approve. */
  sealed interface Approval {
    /** It may be approved, and starts from this baseline. */
    record From(Views baseline) implements Approval {}

    /** It may not. */
    record Refused(ReviewRefusal refusal) implements Approval {}
  }

  /**
   * Whether a submission may become a clip.
   *
   * @param acknowledged whether the admin knows that somebody else made the video, where so it is
   */
  static Approval approval(Submission submission, Rules campaign, boolean acknowledged) {
    if (submission.status() != SubmissionStatus.PENDING) {
      return new Approval.Refused(new NotPending(submission.status()));
    }
    return switch (campaign.status()) {
      case DRAFT, COMPLETED, ENDED -> new Approval.Refused(new CampaignOver(campaign.status()));
      case ACTIVE, PAUSED -> open(submission, campaign, acknowledged);
    };
  }

  private static Approval open(Submission submission, Rules campaign, boolean acknowledged) {
    if (campaign.sponsoredVideos() == SponsoredVideos.REFUSED
        && Boolean.TRUE.equals(submission.sponsored())) {
      return new Approval.Refused(new Sponsored());
    }
    return submission.author() == AuthorMatch.MISMATCH && !acknowledged
        ? new Approval.Refused(new AuthorDiffers())
        : from(submission.baseline());
  }

  private static Approval from(@Nullable Views baseline) {
    return baseline == null
        ? new Approval.Refused(new BaselinePending())
        : new Approval.From(baseline);
  }
}
