package io.clipmeter.submission.author;

import io.clipmeter.events.CreatorUnverified;
import io.clipmeter.events.CreatorVerified;
import io.clipmeter.events.Event;
import io.clipmeter.events.Platform;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account is a clipper's.
 *
 * @param handle in lower case
 * @param accountId the platform's own; null where it was not told
 */
record VerifiedAccount(
    String clipperId,
    Platform platform,
    String handle,
    @Nullable String accountId,
    boolean verified,
    Instant changedAt) {

  /** What an event of the topic says; empty where it is about something else. */
  static Optional<VerifiedAccount> said(Event event) {
    return switch (event) {
      case CreatorVerified e ->
          Optional.of(
              new VerifiedAccount(
                  e.clipperId(), e.platform(), e.handle(), e.accountId(), true, e.verifiedAt()));
      case CreatorUnverified e ->
          Optional.of(
              new VerifiedAccount(
                  e.clipperId(), e.platform(), e.handle(), e.accountId(), false, e.unverifiedAt()));
      default -> Optional.empty();
    };
  }

  /** What it is one account of. */
  String key() {
    return clipperId + ":" + platform + ":" + handle;
  }
}
