package io.clipmeter.submission.submission;

/** What became of what a clipper or an admin wanted. */
public sealed interface SubmissionOutcome {

  /** It is done. */
  record Done(Submission submission) implements SubmissionOutcome {}

  /** It is not, and why. */
  record Refused(SubmissionRefusal refusal) implements SubmissionOutcome {}
}
