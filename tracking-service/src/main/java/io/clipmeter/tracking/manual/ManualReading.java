package io.clipmeter.tracking.manual;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Counts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count that an admin typed.
 *
 * @param countKind what views counts, as it was declared when it was entered
 * @param state PENDING until a second admin confirmed or rejected it
 * @param needsSecond whether it had to be confirmed by somebody else
 * @param reason why it was rejected; null otherwise
 */
record ManualReading(
    UUID id,
    UUID clipId,
    Platform platform,
    String videoId,
    long views,
    Counts.Kind countKind,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant measuredAt,
    String evidence,
    State state,
    boolean needsSecond,
    String enteredBy,
    Instant enteredAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason) {

  /** Only CONFIRMED ones are read in rounds. */
  enum State {
    PENDING,
    CONFIRMED,
    REJECTED
  }
}
