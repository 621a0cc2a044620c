package io.clipmeter.tracking.creator;

/** What became of what a clipper wanted. */
sealed interface CreatorOutcome {

  /** It is done. */
  record Done(Claim claim) implements CreatorOutcome {}

  /** It is not, and why. */
  record Refused(CreatorRefusal refusal) implements CreatorOutcome {}
}
