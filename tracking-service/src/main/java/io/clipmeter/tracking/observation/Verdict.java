package io.clipmeter.tracking.observation;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import org.jspecify.annotations.Nullable;

/** What a reading is worth, held against history. */
public sealed interface Verdict {

  /** A number to rely on: views are 0 or more. */
  record Observed(Counts counts, VideoFacts facts) implements Verdict {}

  /** Gone, said twice. */
  record Gone(UnavailableReason reason) implements Verdict {}

  /** Not known this time. */
  record Unknown(UnavailableReason reason) implements Verdict {}

  /**
   * A number that contradicts history.
   *
   * @param views what was read and is not believed
   */
  record Implausible(long views) implements Verdict {}

  /**
   * A number that may be true, and is read again in another round before it is believed.
   *
   * @param views what was read
   */
  record Suspicious(long views) implements Verdict {}

  /** The verdict in the contract's words. */
  default ReadingOutcome outcome() {
    return switch (this) {
      case Observed observed -> ReadingOutcome.OK;
      case Gone gone -> ReadingOutcome.GONE;
      case Unknown unknown -> ReadingOutcome.UNKNOWN;
      case Implausible implausible -> ReadingOutcome.IMPLAUSIBLE;
      case Suspicious suspicious -> ReadingOutcome.IMPLAUSIBLE;
    };
  }

  /** Why there is no number; null where there is one. */
  default @Nullable UnavailableReason reason() {
    return switch (this) {
      case Observed observed -> null;
      case Gone gone -> gone.reason();
      case Unknown unknown -> unknown.reason();
      case Implausible implausible -> UnavailableReason.IMPLAUSIBLE;
      case Suspicious suspicious -> UnavailableReason.IMPLAUSIBLE;
    };
  }
}
