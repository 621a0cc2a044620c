package io.clipmeter.tracking.lookup;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking a URL up.
 *
 * @param url as it was asked
 * @param platform null where the URL is none of a platform that we know
 * @param reason why there are no views; null where there are
 * @param views null where they are not known, or what was said cannot be true: missing is never 0
 * @param creator {@code @} and the name of the account; where only its id is known the name that is
 *     shown, if any
 * @param measuredAt when the provider said so
 */
record LookedUp(
    String url,
    Status status,
    @Nullable String reason,
    @Nullable Platform platform,
    @Nullable String videoId,
    @Nullable String canonicalUrl,
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    @Nullable String creator,
    @Nullable String title,
    @Nullable Instant createdAt,
    @Nullable Long durationSeconds,
    @Nullable String thumbnailUrl,
    @Nullable Source source,
    @Nullable Instant measuredAt) {

  /** What became of it. */
  enum Status {
    /** Its views are known. */
    OK,
    /** The platform says that there is no such video. Said once, it may still be wrong. */
    GONE,
    /**
     * A number came that no round would believe: below 0, beyond any video's, 0 after more, or far
     * more than was known a short while ago.
     */
    IMPLAUSIBLE,
    /** Nobody could say. */
    UNKNOWN,
    /** The URL is not that of a video. */
    REFUSED
  }
}
