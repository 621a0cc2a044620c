package io.clipmeter.tracking.source.discovery;

import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import java.time.Instant;
import java.util.List;

/** What came of looking for videos. */
public sealed interface Listing {

  /**
   * Videos, each once, in the provider's order; those without a readable count are left out.
   *
   * @param at when the answer came
   */
  record Found(List<FoundVideo> videos, Source source, Instant at) implements Listing {
    public Found {
      videos = List.copyOf(videos);
    }
  }

  /** The platform says that there is no such account. */
  record Gone(UnavailableReason reason) implements Listing {}

  /**
   * No answer that we understand: nothing follows from it.
   *
   * @param detail for the log; never holds a key or an address
   */
  record Unknown(String detail) implements Listing {}
}
