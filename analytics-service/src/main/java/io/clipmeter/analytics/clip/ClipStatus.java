package io.clipmeter.analytics.clip;

/** Where a submission is in its review. */
enum ClipStatus {
  PENDING,
  APPROVED,
  REJECTED,
  WITHDRAWN;

  /** What is known after hearing both: a decision stands, whatever comes late. */
  ClipStatus and(ClipStatus other) {
    return this == PENDING ? other : this;
  }
}
