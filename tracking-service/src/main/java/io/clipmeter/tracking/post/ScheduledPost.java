package io.clipmeter.tracking.post;

import io.clipmeter.events.Platform;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that Ayrshare publishes.
 *
 * @param uploads one for each platform
 */
public record ScheduledPost(
    UUID id, UUID campaignId, String title, Instant createdAt, List<Upload> uploads) {

  /** How far an upload is. */
  public enum Status {
    /** Not out yet. */
    SCHEDULED,
    /** Out: it is read. */
    POSTED,
    /** It will not go out. */
    FAILED
  }

  /**
   * The part of a post that goes to one platform.
   *
   * @param postId Ayrshare's id of the post; null until it is known
   * @param refId Ayrshare's reference of the profile
   * @param url where it is to be seen, as far as it is known
   * @param failedReason only where it failed
   * @param videoId the platform's own id of the video, as far as a webhook said it
   */
  public record Upload(
      Platform platform,
      UUID socialAccountId,
      @Nullable String postId,
      @Nullable String refId,
      @Nullable String caption,
      @Nullable String url,
      @Nullable Instant scheduledAt,
      Status status,
      @Nullable String failedReason,
      @Nullable String videoId) {}
}
