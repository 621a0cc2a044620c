package io.clipmeter.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clipper has proven that an account of a platform is theirs. Key: clipper, platform and handle,
 * such as {@code clipper-7f3a:TIKTOK:clip.maker_1}.
 *
 * @param clipperId the clipper: the subject of their token
 * @param platform where the account is
 * @param handle the account's name in lower case, without the at sign
 * @param accountId the platform's own id of the account; null where it was not told
 * @param verifiedAt when the proof was seen
 */
public record CreatorVerified(
    String clipperId,
    Platform platform,
    String handle,
    @Nullable String accountId,
    Instant verifiedAt)
    implements Event {

  /**
   * @throws NullPointerException where a field is missing that must be there
   * @throws IllegalArgumentException where a field is out of its range
   */
  public CreatorVerified {
    Must.beId(clipperId, "clipperId");
    requireNonNull(platform, "platform");
    Must.beText(handle, "handle");
    Must.beLowerCase(handle, "handle");
    Must.beStorable(accountId, "accountId");
    Must.beInstant(verifiedAt, "verifiedAt");
  }

  @Override
  public EventType type() {
    return EventType.CREATOR_VERIFIED;
  }

  @Override
  public String key() {
    return clipperId + ":" + platform + ":" + handle;
  }
}
