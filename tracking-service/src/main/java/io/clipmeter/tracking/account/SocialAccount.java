package io.clipmeter.tracking.account;

import io.clipmeter.events.Platform;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected account as anybody may see it.
 *
 * @param handle the name in its address, without the @
 * @param platformAccountId the platform's own id of it
 * @param ayrshareProfileId the profile it is linked by; null where it is not
 * @param hasToken whether a token is stored; the token itself is never shown
 * @param tokenExpiresAt null where there is no token or nobody said
 */
public record SocialAccount(
    UUID id,
    Platform platform,
    String handle,
    String platformAccountId,
    String clipperId,
    @Nullable UUID ayrshareProfileId,
    boolean hasToken,
    @Nullable Instant tokenExpiresAt,
    Instant createdAt) {}
