package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account counts as a clipper's no longer. Key: clipper, platform and handle, such as {@code
 * clipper-7f3a:TIKTOK:clip.maker_1}.
 *
 * @param clipperId the clipper: the subject of their token
 * @param platform where the account is
 * @param handle the account's name in lower case, without the at sign
 * @param accountId the platform's own id of the account; null where it was not told
 * @param reason why
 * @param unverifiedAt since when
 */
public record CreatorUnverified(
    String clipperId,
    Platform platform,
    String handle,
    @Nullable String accountId,
    UnverifiedReason reason,
    Instant unverifiedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public CreatorUnverified {
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beText(handle, "handle");
    Must.beLowerCase(handle, "handle");
    Must.beStorable(accountId, "accountId");
    requireNonNull(reason, "reason");
    Must.beInstant(unverifiedAt, "unverifiedAt");
  }

  @Override
  public EventType type() {
    return EventType.CREATOR_UNVERIFIED;
  }

  @Override
  public String key() {
    return clipperId + ":" + platform + ":" + handle;
  }
}
