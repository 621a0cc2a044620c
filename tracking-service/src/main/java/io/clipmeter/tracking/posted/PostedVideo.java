package io.clipmeter.tracking.posted;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Counts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video that was posted for a campaign, with the last good counts. It earns nothing.
 *
 * @param views never a number that was missing
 * @param countKind what views counts: not to be held against a number of another kind
 * @param likes null where it is not known, as the other counts are
 * @param updatedAt when these counts were measured
 */
record PostedVideo(
    UUID id,
    UUID campaignId,
    Platform platform,
    String videoId,
    String url,
    @Nullable String caption,
    @Nullable String thumbnailUrl,
    Instant postedAt,
    long views,
    Counts.Kind countKind,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant updatedAt) {}
