package io.clipmeter.submission.submission;

import io.clipmeter.events.Amount;
import io.clipmeter.events.Platform;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.submission.Submission.Decision;
import io.clipmeter.submission.submission.Submission.Views;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its clipper sees it.
 *
 * @param initialViews the baseline, from which it earns; null until it is captured
 * @param currentViews the newest count that is known; null until any is
 * @param earnings so far
 * @param finalEarnings in all; null until the campaign is over
 * @param author whether the video's author is an account that the clipper has proven to own
 */
record SubmissionView(
    UUID id,
    UUID campaignId,
    Platform platform,
    String videoId,
    String url,
    String canonicalUrl,
    SubmissionStatus status,
    @Nullable Long initialViews,
    @Nullable Instant baselineAt,
    @Nullable Long currentViews,
    @Nullable Instant viewsAt,
    Amount earnings,
    @Nullable Amount finalEarnings,
    @Nullable String rejectionReason,
    AuthorMatch author,
    Instant createdAt,
    @Nullable Instant decidedAt) {

  static SubmissionView of(Submission submission) {
    Views baseline = submission.baseline();
    Views latest = submission.latest();
    Decision decision = submission.decision();
    var whenOver = submission.earnings().whenOver();
    return new SubmissionView(
        submission.id(),
        submission.campaignId(),
        submission.video().platform(),
        submission.video().id(),
        submission.url(),
        submission.video().canonicalUrl(),
        submission.status(),
        baseline == null ? null : baseline.count(),
        baseline == null ? null : baseline.at(),
        latest == null ? null : latest.count(),
        latest == null ? null : latest.at(),
        Amount.of(submission.earnings().soFar()),
        whenOver == null ? null : Amount.of(whenOver),
        decision == null ? null : decision.reason(),
        submission.author(),
        submission.createdAt(),
        decision == null ? null : decision.at());
  }
}
