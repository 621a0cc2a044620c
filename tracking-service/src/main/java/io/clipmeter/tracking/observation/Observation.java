package io.clipmeter.tracking.observation;

import io.clipmeter.events.Source;
import java.time.Instant;
import java.util.UUID;

/**
 * One reading of one clip, as it was.
 *
 * @param readingId the round's id, or an id of its own for a baseline
 */
public record Observation(
    UUID clipId, UUID readingId, Kind kind, Verdict verdict, Instant observedAt, Source source) {

  /** What the reading was for. */
  public enum Kind {
    BASELINE,
    ROUND
  }
}
