package io.clipmeter.events;

/** Why an account counts as a clipper's no longer. */
public enum UnverifiedReason {
  /** The proof is older than proofs may be. */
  EXPIRED,

  /** The clipper took the account away. */
  REMOVED,

  /** Another clipper has proven since that the account is theirs. */
  TAKEN_OVER
}
