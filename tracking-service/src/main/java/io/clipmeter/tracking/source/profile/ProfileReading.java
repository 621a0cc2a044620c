package io.clipmeter.tracking.source.profile;

import io.clipmeter.events.UnavailableReason;

/** What came of asking for an account. */
public sealed interface ProfileReading {

  /** The platform shows it. */
  record Ok(Profile profile) implements ProfileReading {}

  /** The platform says that there is no such account, or does not show it. */
  record Gone(UnavailableReason reason) implements ProfileReading {}

  /**
   * No answer that we understand: nothing follows from it.
   *
   * @param detail for the log; never holds a key or an address
   */
  record Unknown(String detail) implements ProfileReading {}
}
