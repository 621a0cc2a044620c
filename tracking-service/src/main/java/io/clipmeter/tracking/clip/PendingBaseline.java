package io.clipmeter.tracking.clip;

import io.clipmeter.tracking.doubt.FirstCountPolicy.Doubt;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission whose baseline is to be captured.
 *
 * @param tries how often it was tried, this time included
 * @param uncounted how often before, in a row, all that were asked answered and nobody counted it
 * @param doubt a count that was not believed; null where there is none
 * @param goneSaidAt when the video was first said to be gone, since it was last shown; null where
 *     it was not
 */
record PendingBaseline(
    UUID clipId,
    VideoRef video,
    int tries,
    int uncounted,
    @Nullable Doubt doubt,
    @Nullable Instant goneSaidAt) {}
