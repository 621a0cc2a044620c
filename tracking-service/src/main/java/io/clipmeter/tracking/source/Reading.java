package io.clipmeter.tracking.source;

import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.call.ProviderFault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
   * @param backedAt when something else last spoke for it: the provider showed another video of the
   *     platform, or a second one agreed; null where there is its word alone, as in an outage
   */
  record Gone(UnavailableReason reason, boolean doubted, @Nullable Instant backedAt)
      implements Reading {
    /** One that is not doubted, and nothing speaks for. */
    public Gone(UnavailableReason reason) {
      this(reason, false, null);
    }

    /** The same, spoken for at this time. */
    public Gone backed(@Nullable Instant at) {
      return new Gone(reason, doubted, at);
    }

    /** Whether something spoke for it after it was first said. Time alone proves nothing. */
    public boolean provenSince(Instant firstSaid) {
      return backedAt != null && backedAt.isAfter(firstSaid);
    }
  }

  /**
   * No answer that we understand.
   *
   * @param fault what stood in the way of a call; null where there was an answer
   * @param detail for the log; never holds a key or an address
   * @param shown whether the video is there all the same, though nobody says with how many views
   */
  record Unknown(
      UnavailableReason reason, ProviderFault.@Nullable Kind fault, String detail, boolean shown)
      implements Reading {
    /** One that says nothing of whether the video is there. */
    public Unknown(UnavailableReason reason, ProviderFault.@Nullable Kind fault, String detail) {
      this(reason, fault, detail, false);
    }
  }

  /** Whether the video is there, whatever its count is worth: it was wrongly said to be gone. */
  default boolean showsVideo() {
    return switch (this) {
      case Ok ok -> true;
      case Gone gone -> false;
      case Unknown unknown -> unknown.shown();
    };
  }

  /** The video is shown, without a count that is of use. */
  static Reading uncounted(String detail) {
    return new Unknown(UnavailableReason.PROVIDER_ERROR, null, detail, true);
  }

  /** What came back is no answer: the provider, or its word, is not to be relied on now. */
  static Reading lost(String detail) {
    return failed(ProviderFault.Kind.LOST, detail);
  }

  /** The provider gave something that is not a reading, or nothing. */
  static Reading failed(String detail) {
    return failed(null, detail);
  }

  /** The provider failed. */
  static Reading failed(ProviderFault fault) {
    return failed(fault.kind(), String.valueOf(fault.getMessage()));
  }

  /**
   * There is no answer, be it for our own fault.
   *
   * @param fault what stood in the way; null where nothing did
   */
  static Reading failed(ProviderFault.@Nullable Kind fault, String detail) {
    return new Unknown(UnavailableReason.PROVIDER_ERROR, fault, detail);
  }

  /** What came back was not understood, for a fault of ours. */
  static Reading faulty() {
    return failed(ProviderFault.Kind.SHAPE, "fault in the adapter");
  }
}
