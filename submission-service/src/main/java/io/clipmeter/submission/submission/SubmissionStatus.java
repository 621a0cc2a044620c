package io.clipmeter.submission.submission;

/** Where a submission is; the last three are final. */
public enum SubmissionStatus {
  /** Waits for an admin. */
  PENDING,
  /** Accepted: a clip that is tracked and earns. */
  APPROVED,
  /** Refused by an admin. */
  REJECTED,
  /** Taken back by its clipper. */
  WITHDRAWN
}
