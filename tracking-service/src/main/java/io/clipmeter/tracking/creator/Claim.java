package io.clipmeter.tracking.creator;

import io.clipmeter.events.Platform;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that a clipper says is theirs.
 *
 * @param handle in lower case, without the at sign
 * @param proof null until it is proven
 */
record Claim(
    UUID id,
    String clipperId,
    Platform platform,
    String handle,
    Status status,
    Code code,
    @Nullable Proof proof,
    Instant createdAt) {

  /** How far it is. */
  enum Status {
    /** Waits for its proof. */
    PENDING,
    /** Proven. */
    VERIFIED,
    /** Was proven, too long ago. */
    EXPIRED,
    /** Was proven, until another clipper proved it. */
    TAKEN_OVER,
    /** Taken away by its clipper; shown no more. */
    REMOVED
  }

  /**
   * What has to stand in the profile.
   *
   * @param attempts how often it was looked for, and the platform answered
   * @param readings how often it was looked for, answered or not: each one costs
   */
  record Code(String text, Instant expiresAt, int attempts, int readings) {
    boolean isExpiredAt(Instant now) {
      return !now.isBefore(expiresAt);
    }
  }

  /**
   * What the platform showed.
   *
   * @param accountId the platform's own; null where it was not told
   */
  record Proof(@Nullable String accountId, Instant at) {}
}
