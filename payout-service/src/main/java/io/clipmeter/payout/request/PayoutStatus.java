package io.clipmeter.payout.request;

/** Where a payout request stands. The database lets it go forward only. */
public enum PayoutStatus {
  /** Asked for; the money is reserved. */
  REQUESTED,

  /** An admin agreed; it is to be paid. */
  APPROVED,

  /** A provider was asked to pay. */
  SENDING,

  /** The money has left. */
  PAID,

  /** An admin refused; the money is available again. */
  REJECTED,

  /** The clipper took it back; the money is available again. */
  CANCELLED,

  /** The payment provably did not happen; the money is available again. */
  FAILED,

  /** Nobody can say whether the provider paid; the money stays reserved until it can. */
  UNKNOWN
}
