package io.clipmeter.tracking.observation;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one clip, as it was.
 *
 * @param readingId the round's id, or an id of its own for a baseline
 * @param countKind what its views count; null where there is no number
 * @param offset what is added to its views where the clip was counted in another kind before
 */
public record Observation(
    UUID clipId,
    UUID readingId,
    Kind kind,
    Verdict verdict,
    Counts.@Nullable Kind countKind,
    long offset,
    Instant observedAt,
    Source source) {

  /** What the reading was for. */
  public enum Kind {
    BASELINE,
    ROUND
  }
}
