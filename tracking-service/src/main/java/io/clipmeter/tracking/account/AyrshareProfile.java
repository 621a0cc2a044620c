package io.clipmeter.tracking.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile at Ayrshare that accounts are linked by. Its key is stored sealed and never shown.
 *
 * @param title unique
 * @param refId Ayrshare's reference of it, which its webhooks carry; null where nobody said
 */
public record AyrshareProfile(UUID id, String title, @Nullable String refId, Instant createdAt) {}
