package io.clipmeter.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.Video;
import io.clipmeter.money.Money;
import io.clipmeter.submission.review.ReviewPolicy.Approval;
import io.clipmeter.submission.submission.Submission;
import io.clipmeter.submission.submission.Submission.Earnings;
import io.clipmeter.submission.submission.Submission.Views;
import io.clipmeter.submission.submission.SubmissionStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // submission, campaign, whether the baseline is known, what becomes of it
    "PENDING, ACTIVE, true, From",
    "PENDING, PAUSED, true, From",
    "PENDING, ACTIVE, false, BaselinePending",
    "PENDING, PAUSED, false, BaselinePending",
    "PENDING, COMPLETED, true, CampaignOver",
    "PENDING, ENDED, false, CampaignOver",
    "APPROVED, ACTIVE, true, NotPending",
    "REJECTED, COMPLETED, true, NotPending",
    "WITHDRAWN, ACTIVE, false, NotPending",
  })
  void aPendingSubmissionWithABaselineIsApprovedWhileItsCampaignPays(
      SubmissionStatus status, CampaignStatus campaign, boolean baseline, String expected) {
    Approval approval = ReviewPolicy.approval(submission(status, baseline), campaign);
    String found =
        switch (approval) {
          case Approval.From(Views from) -> from.count() == 0 ? "From" : "another baseline";
          case Approval.Refused(ReviewRefusal refusal) -> refusal.getClass().getSimpleName();
        };
    assertThat(found).isEqualTo(expected);
  }

  private static Submission submission(SubmissionStatus status, boolean baseline) {
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
        null);
  }
}
