package io.clipmeter.tracking.source;

import io.clipmeter.events.UnavailableReason;

/** What came of asking a provider for one video, before it is held against history. */
public sealed interface Reading {

  /**
   * Numbers, measured now.
   *
   * @param kind what the views count
   */
  record Ok(Counts counts, VideoFacts facts, Counts.Kind kind) implements Reading {
    /** Numbers of a platform's own views. */
    public Ok(Counts counts, VideoFacts facts) {
      this(counts, facts, Counts.Kind.VIEWS);
    }
  }

  /**
   * The platform says that there is no such video, or no longer. To be confirmed.
   *
   * @param doubted whether so many are said to be gone at once that an outage is more likely
   */
  record Gone(UnavailableReason reason, boolean doubted) implements Reading {
    /** One that is not doubted. */
    public Gone(UnavailableReason reason) {
      this(reason, false);
    }
  }

  /**
   * No answer that we understand.
   *
   * @param detail for the log; never holds a key or an address
   */
  record Unknown(UnavailableReason reason, String detail) implements Reading {}

  /** The provider failed, or gave something that is not a reading. */
  static Reading failed(String detail) {
    return new Unknown(UnavailableReason.PROVIDER_ERROR, detail);
  }
}
