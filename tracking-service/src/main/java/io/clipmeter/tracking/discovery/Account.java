package io.clipmeter.tracking.discovery;

import io.clipmeter.events.Platform;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that was met; null where nobody has said it yet.
 *
 * @param handle the name in its address as the platform spells it, without the @
 * @param accountId the platform's own id
 * @param nickname the name that is shown
 * @param avatarUrl its picture; such links expire
 * @param followers 0 or more
 * @param videos how many it has published, 0 or more
 */
public record Account(
    UUID id,
    Platform platform,
    String handle,
    @Nullable String accountId,
    @Nullable String nickname,
    @Nullable String avatarUrl,
    @Nullable Boolean verified,
    @Nullable Long followers,
    @Nullable Long videos,
    Instant firstSeenAt,
    Instant lastScrapedAt) {}
