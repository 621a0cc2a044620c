package io.clipmeter.tracking.source.connected;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of a platform whose owner lets us read its numbers.
 *
 * @param handle the name in the account's address, without the @
 * @param platformAccountId the platform's own id of it
 * @param accessToken opens the platform's own API; null where there is none that still holds
 * @param profile opens it through Ayrshare; null where it is not linked there
 */
public record ConnectedAccount(
    UUID id,
    String handle,
    String platformAccountId,
    @Nullable String accessToken,
    @Nullable Profile profile) {

  /**
   * A profile at Ayrshare.
   *
   * @param key what its calls carry
   */
  public record Profile(UUID id, String key) {
    /** Says nothing of the key. */
    @Override
    public String toString() {
      return "Profile[" + id + "]";
    }
  }

  boolean opensBy(ConnectedAccounts.Opener opener) {
    return switch (opener) {
      case TOKEN -> accessToken != null;
      case PROFILE -> profile != null;
    };
  }

  /** Says nothing of what opens it. */
  @Override
  public String toString() {
    return "ConnectedAccount[" + id + "]";
  }
}
