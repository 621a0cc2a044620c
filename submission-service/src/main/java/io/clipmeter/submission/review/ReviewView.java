package io.clipmeter.submission.review;

import io.clipmeter.events.Amount;
import io.clipmeter.events.Platform;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.submission.Submission;
import io.clipmeter.submission.submission.Submission.Decision;
import io.clipmeter.submission.submission.Submission.Unavailable;
import io.clipmeter.submission.submission.Submission.Views;
import io.clipmeter.submission.submission.SubmissionStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission as an admin sees it.
 *
 * @param initialViews the baseline, from which it earns; null until it is captured
 * @param currentViews the newest count that is known; null until any is
 * @param unavailableReason why the video could not be read last time; null where it could
 * @param earnings so far
 * @param finalEarnings in all; null until the campaign is over
 * @param author whether the video's author is an account that the clipper has proven to own
 * @param sponsored whether its provider calls the video an advertisement or paid for; null where it
 *     does not say
 */
record ReviewView(
    UUID id,
    UUID campaignId,
    String clipperId,
    Platform platform,
    String videoId,
    String url,
    String canonicalUrl,
    SubmissionStatus status,
    @Nullable Long initialViews,
    @Nullable Instant baselineAt,
    @Nullable Long currentViews,
    @Nullable Instant viewsAt,
    @Nullable UnavailableReason unavailableReason,
    @Nullable Instant unavailableAt,
    Amount earnings,
    @Nullable Amount finalEarnings,
    AuthorMatch author,
    @Nullable Boolean sponsored,
    Instant createdAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String rejectionReason) {

  static ReviewView of(Submission submission) {
    Views baseline = submission.baseline();
    Views latest = submission.latest();
    Unavailable unavailable = submission.unavailable();
    Decision decision = submission.decision();
    var whenOver = submission.earnings().whenOver();
    return new ReviewView(
        submission.id(),
        submission.campaignId(),
        submission.clipperId(),
        submission.video().platform(),
        submission.video().id(),
        submission.url(),
        submission.video().canonicalUrl(),
        submission.status(),
        baseline == null ? null : baseline.count(),
        baseline == null ? null : baseline.at(),
        latest == null ? null : latest.count(),
        latest == null ? null : latest.at(),
        unavailable == null ? null : unavailable.reason(),
        unavailable == null ? null : unavailable.at(),
        Amount.of(submission.earnings().soFar()),
        whenOver == null ? null : Amount.of(whenOver),
        submission.author(),
        submission.sponsored(),
        submission.createdAt(),
        decision == null ? null : decision.by(),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.reason());
  }
}
