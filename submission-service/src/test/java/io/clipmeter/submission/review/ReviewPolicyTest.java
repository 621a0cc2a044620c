package io.clipmeter.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.money.Money;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.campaign.CampaignTerms.SponsoredVideos;
import io.clipmeter.submission.review.ReviewPolicy.Approval;
import io.clipmeter.submission.review.ReviewPolicy.Rules;
import io.clipmeter.submission.submission.Submission;
import io.clipmeter.submission.submission.Submission.Earnings;
import io.clipmeter.submission.submission.Submission.Views;
import io.clipmeter.submission.submission.SubmissionStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // submission, campaign, whether the baseline is known, the author, whether a mismatch is
    // acknowledged, what becomes of it
    "PENDING, ACTIVE, true, UNVERIFIED, false, From",
    "PENDING, PAUSED, true, UNVERIFIED, false, From",
    "PENDING, ACTIVE, false, UNVERIFIED, false, BaselinePending",
    "PENDING, PAUSED, false, UNVERIFIED, false, BaselinePending",
    "PENDING, COMPLETED, true, UNVERIFIED, false, CampaignOver",
    "PENDING, ENDED, false, UNVERIFIED, false, CampaignOver",
    "APPROVED, ACTIVE, true, UNVERIFIED, false, NotPending",
    "REJECTED, COMPLETED, true, UNVERIFIED, false, NotPending",
    "WITHDRAWN, ACTIVE, false, UNVERIFIED, false, NotPending",
    "PENDING, ACTIVE, true, MATCHES, false, From",
    "PENDING, ACTIVE, true, UNKNOWN, false, From",
    "PENDING, ACTIVE, true, MISMATCH, true, From",
    "PENDING, ACTIVE, true, MISMATCH, false, AuthorDiffers",
    "PENDING, PAUSED, false, MISMATCH, false, AuthorDiffers",
    "PENDING, PAUSED, false, MISMATCH, true, BaselinePending",
    "PENDING, ENDED, true, MISMATCH, true, CampaignOver",
    "APPROVED, ACTIVE, true, MISMATCH, false, NotPending",
  })
  void aPendingSubmissionWithABaselineIsApprovedWhileItsCampaignPays(
      SubmissionStatus status,
      CampaignStatus campaign,
      boolean baseline,
      AuthorMatch author,
      boolean acknowledged,
      String expected) {
    Approval approval =
        ReviewPolicy.approval(
            submission(status, baseline, author, null),
            new Rules(campaign, SponsoredVideos.REFUSED),
            acknowledged);
    assertThat(found(approval)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // what the campaign does with advertisements, whether it is one, the author, what becomes of it
    "REFUSED, true, MATCHES, Sponsored",
    "REFUSED, true, MISMATCH, Sponsored",
    "REFUSED, false, MATCHES, From",
    "REFUSED, , MATCHES, From",
    "ALLOWED, true, MATCHES, From",
    "ALLOWED, true, MISMATCH, AuthorDiffers",
  })
  void anAdvertisementIsNotApprovedWhereItsCampaignTakesNone(
      SponsoredVideos campaign, @Nullable Boolean sponsored, AuthorMatch author, String expected) {
    Approval approval =
        ReviewPolicy.approval(
            submission(SubmissionStatus.PENDING, true, author, sponsored),
            new Rules(CampaignStatus.ACTIVE, campaign),
            false);
    assertThat(found(approval)).isEqualTo(expected);
  }

  private static String found(Approval approval) {
    return switch (approval) {
      case Approval.From(Views from) -> from.count() == 0 ? "From" : "another baseline";
      case Approval.Refused(ReviewRefusal refusal) -> refusal.getClass().getSimpleName();
    };
  }

  private static Submission submission(
      SubmissionStatus status, boolean baseline, AuthorMatch author, @Nullable Boolean sponsored) {
    return new Submission(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "cleo",
        new Video(Platform.TIKTOK, "1", "https://a.example"),
        "https://a.example",
        status,
        NOW,
        baseline ? new Views(0, NOW) : null,
        null,
        null,
        new Earnings(Money.of("0", "USD"), null),
        null,
        author,
        sponsored);
  }
}
