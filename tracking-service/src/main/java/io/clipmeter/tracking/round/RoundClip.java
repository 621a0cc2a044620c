package io.clipmeter.tracking.round;

import io.clipmeter.tracking.observation.JumpPolicy.Past;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clip of a round that has no outcome yet.
 *
 * @param baselineViews the views it started from
 * @param lastViews its last good reading, the baseline at first
 * @param lastKind what that counted; null where nobody knows
 * @param goneSaidIn the round in which it was first said to be gone; null where it was read since
 * @param past what a jump is measured by
 */
record RoundClip(
    UUID id,
    String clipperId,
    VideoRef video,
    long baselineViews,
    long lastViews,
    @Nullable Long goneSaidIn,
    Counts.@Nullable Kind lastKind,
    Past past) {}
