package io.clipmeter.tracking.round;

import io.clipmeter.tracking.observation.JumpPolicy.Past;
import io.clipmeter.tracking.observation.ReadingPolicy.Missing;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clip of a round that has no outcome yet.
 *
 * @param baselineViews the views it started from
 * @param lastViews its last good reading with the offset, the baseline at first
 * @param highestViews the most that it ever stood at: what it gains is above that
 * @param offset what is added to what the platform shows; 0 unless the kind of count changed
 * @param missing when it was first said to be gone; null where it was shown since
 * @param lastKind what its last good reading counted; null where nobody knows
 * @param past what a jump is measured by, as the platform showed it
 */
record RoundClip(
    UUID id,
    String clipperId,
    VideoRef video,
    long baselineViews,
    long lastViews,
    long highestViews,
    long offset,
    @Nullable Missing missing,
    Counts.@Nullable Kind lastKind,
    Past past) {

  /** Whether its views are counted in another kind from now on. */
  boolean changesKind(Counts.@Nullable Kind kind) {
    return kind != null && lastKind != null && kind != lastKind;
  }
}
