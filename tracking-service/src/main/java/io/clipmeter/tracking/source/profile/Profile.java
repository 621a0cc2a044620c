package io.clipmeter.tracking.source.profile;

import org.jspecify.annotations.Nullable;

/**
 * An account as its platform shows it; null where the provider does not say, or says nothing.
 *
 * @param accountId the platform's own id: it stays where the handle is changed
 * @param handle the name in its address as the platform spells it, without the @
 * @param nickname the name that is shown
 * @param avatarUrl its picture; such links expire
 * @param bio what it says of itself
 * @param verified whether the platform vouches for it
 * @param followers 0 or more
 * @param videos how many it has published, 0 or more
 */
public record Profile(
    @Nullable String accountId,
    String handle,
    @Nullable String nickname,
    @Nullable String avatarUrl,
    @Nullable String bio,
    @Nullable Boolean verified,
    @Nullable Long followers,
    @Nullable Long videos) {}
