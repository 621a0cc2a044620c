package io.clipmeter.tracking.trend;

import org.jspecify.annotations.Nullable;

/**
 * A place of the list of videos; null where it could not be read, or the number is not believed:
 * missing is never 0.
 *
 * @param rank 1 is the first
 * @param author the name in the address of who made it, without the @
 */
record TrendingVideo(
    int rank,
    String videoId,
    String url,
    @Nullable String author,
    @Nullable String caption,
    @Nullable String thumbnailUrl,
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares) {}
