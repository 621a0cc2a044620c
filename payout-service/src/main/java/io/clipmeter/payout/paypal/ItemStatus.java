package io.clipmeter.payout.paypal;

/** Where a payment stands, in PayPal's words, and what that proves. */
enum ItemStatus {
  /** It is on the receiver's account. */
  SUCCESS(Meaning.PAID),
  /** Not carried out; nothing has left our account. */
  FAILED(Meaning.NOT_PAID),
  /** Nobody claimed it for 30 days: the money is back. */
  RETURNED(Meaning.NOT_PAID),
  /** The receiver gave it back. */
  REFUNDED(Meaning.NOT_PAID),
  /** PayPal took it back. */
  REVERSED(Meaning.NOT_PAID),
  PENDING(Meaning.UNDER_WAY),
  /** The receiver has no account yet, and 30 days to open one. */
  UNCLAIMED(Meaning.UNDER_WAY),
  /** PayPal is looking at it. */
  ONHOLD(Meaning.UNDER_WAY),
  /** PayPal stopped it and does not say whether the money comes back. */
  BLOCKED(Meaning.IN_DOUBT),
  /** A word that is not in PayPal's documents: a person has to look. */
  UNRECOGNIZED(Meaning.IN_DOUBT);

  /** What a status proves. */
  enum Meaning {
    PAID,
    NOT_PAID,
    UNDER_WAY,
    IN_DOUBT
  }

  private final Meaning meaning;

  ItemStatus(Meaning meaning) {
    this.meaning = meaning;
  }

  Meaning meaning() {
    return meaning;
  }

  /** The status of this name; {@link #UNRECOGNIZED} where there is none. */
  static ItemStatus of(String name) {
    for (ItemStatus status : values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    return UNRECOGNIZED;
  }
}
