package io.clipmeter.analytics.top;

import io.clipmeter.events.Platform;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A hashtag, sound or creator of one platform.
 *
 * @param name in lower case without the #, the platform's own id of the sound, or the account's
 *     name in lower case without the @
 * @param title what a sound is called, or the name that a creator shows; null where nobody told it
 * @param videos how many were posted in the time
 * @param counted those of them whose views are known
 * @param views of these all together, as they were last read, without those that count plays
 * @param plays of those that count plays
 * @param mostViewed the id of the most viewed video of any time; null for a hashtag
 */
record Top(
    Platform platform,
    String name,
    @Nullable String title,
    long videos,
    long counted,
    BigInteger views,
    BigInteger plays,
    @Nullable String mostViewed) {}
