package io.clipmeter.submission.review;

import io.clipmeter.submission.submission.Submission;

/** What became of a decision. */
sealed interface ReviewOutcome {

  /** It is made. */
  record Decided(Submission submission) implements ReviewOutcome {}

  /** It is not, and why. */
  record Refused(ReviewRefusal refusal) implements ReviewOutcome {}
}
