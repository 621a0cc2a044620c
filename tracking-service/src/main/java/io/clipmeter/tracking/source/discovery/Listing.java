package io.clipmeter.tracking.source.discovery;

import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * @param fault what stood in the way of a call; null where there was an answer
   * @param detail for the log; never holds a key or an address
   */
  record Unknown(ProviderFault.@Nullable Kind fault, String detail) implements Listing {
    /** An answer that is none. */
    public Unknown(String detail) {
      this(null, detail);
    }
  }
}
