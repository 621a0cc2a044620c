package io.clipmeter.tracking.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile at Ayrshare that accounts are linked by. Its key is stored sealed and never shown.
 *
 * @param title unique
 * @param refId Ayrshare's reference of it, which its webhooks carry; null where nobody said
 * @param keyStored false where it was to be made and its key did not come: it may exist at Ayrshare
 *     all the same, and nothing can be done with it here but to forget it
 */
public record AyrshareProfile(
    UUID id, String title, @Nullable String refId, boolean keyStored, Instant createdAt) {

  /** The same, made at Ayrshare under this reference. */
  AyrshareProfile made(@Nullable String reference) {
    return new AyrshareProfile(id, title, reference, true, createdAt);
  }
}
