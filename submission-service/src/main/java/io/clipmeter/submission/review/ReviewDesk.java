package io.clipmeter.submission.review;

import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.submission.Announcer;
import io.clipmeter.submission.audit.AuditEntry;
import io.clipmeter.submission.audit.AuditEntry.Action;
import io.clipmeter.submission.audit.AuditLog;
import io.clipmeter.submission.author.AuthorMatch;
import io.clipmeter.submission.review.ReviewOutcome.Decided;
import io.clipmeter.submission.review.ReviewOutcome.Refused;
import io.clipmeter.submission.review.ReviewPolicy.Approval;
import io.clipmeter.submission.review.ReviewPolicy.Rules;
import io.clipmeter.submission.submission.Submission;
import io.clipmeter.submission.submission.Submission.Decision;
import io.clipmeter.submission.submission.Submission.Views;
import io.clipmeter.submission.submission.SubmissionStatus;
import io.clipmeter.submission.submission.Submissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides on submissions: one transaction with its audit entry and its event. */
@Component
class ReviewDesk {
  private final Reviews reviews;
  private final Submissions submissions;
  private final AuditLog audit;
  private final Announcer announcer;
  private final Clock clock;

  ReviewDesk(
      Reviews reviews, Submissions submissions, AuditLog audit, Announcer announcer, Clock clock) {
    this.reviews = reviews;
    this.submissions = submissions;
    this.audit = audit;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * Makes a clip of it. The baseline stays what it is.
   *
   * @param acknowledged whether the admin knows that somebody else made the video, where so it is
   */
  @Transactional
  ReviewOutcome approve(UUID id, String admin, boolean acknowledged) {
    Optional<Rules> campaign = reviews.lock(id);
    if (campaign.isEmpty()) {
      return new Refused(new ReviewRefusal.NotFound());
    }
    Submission submission = submissions.find(id).orElseThrow();
    return switch (ReviewPolicy.approval(submission, campaign.get(), acknowledged)) {
      case Approval.Refused(ReviewRefusal refusal) -> new Refused(refusal);
      case Approval.From(Views baseline) ->
          approved(submission, baseline, new Decision(admin, now(), null));
    };
  }

  /**
   * Refuses it for good.
   *
   * @param reason in words for the clipper
   */
  @Transactional
  ReviewOutcome reject(UUID id, String admin, String reason) {
    if (reviews.lock(id).isEmpty()) {
      return new Refused(new ReviewRefusal.NotFound());
    }
    Submission submission = submissions.find(id).orElseThrow();
    return submission.status() == SubmissionStatus.PENDING
        ? rejected(submission, reason, new Decision(admin, now(), reason))
        : new Refused(new ReviewRefusal.NotPending(submission.status()));
  }

  private ReviewOutcome approved(Submission submission, Views baseline, Decision decision) {
    made(reviews.approve(submission.id(), decision), submission);
    boolean despite = submission.author() == AuthorMatch.MISMATCH;
    String why = despite ? "the author mismatch was acknowledged" : null;
    note(submission, Action.SUBMISSION_APPROVED, decision, why);
    announcer.announce(
        new SubmissionApproved(
            submission.id(),
            submission.campaignId(),
            submission.clipperId(),
            submission.video().platform(),
            submission.video().id(),
            submission.video().canonicalUrl(),
            baseline.count(),
            baseline.at(),
            decision.by(),
            decision.at()));
    return new Decided(submissions.find(submission.id()).orElseThrow());
  }

  private ReviewOutcome rejected(Submission submission, String reason, Decision decision) {
    made(reviews.reject(submission.id(), decision), submission);
    note(submission, Action.SUBMISSION_REJECTED, decision, decision.reason());
    announcer.announce(
        new SubmissionRejected(
            submission.id(),
            submission.campaignId(),
            submission.clipperId(),
            submission.video().platform(),
            submission.video().id(),
            reason,
            decision.by(),
            decision.at()));
    return new Decided(submissions.find(submission.id()).orElseThrow());
  }

  private void note(Submission submission, Action action, Decision decision, @Nullable String why) {
    audit.add(new AuditEntry(decision.at(), decision.by(), action, submission.id(), why));
  }

  private static void made(boolean decided, Submission submission) {
    if (!decided) {
      throw new IllegalStateException("decided while it was locked: " + submission.id());
    }
  }

  /** In the precision that the database keeps, so that the first answer equals all later ones. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
