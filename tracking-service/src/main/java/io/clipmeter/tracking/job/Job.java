package io.clipmeter.tracking.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param askedBy whose request it was
 * @param subject the handle, the hashtag or the words; null for a list of addresses
 * @param total parts, 1 or more
 * @param done parts that were read
 * @param failed parts that were refused or could not be read
 * @param found videos, each once
 * @param finishedAt null while it is not finished
 */
public record Job(
    UUID id,
    Type type,
    State state,
    String askedBy,
    @Nullable String subject,
    int total,
    int done,
    int failed,
    int found,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** What was asked for. */
  public enum Type {
    URLS,
    ACCOUNT,
    HASHTAG,
    TERM
  }

  /** How far it is; it failed where none of its parts could be read. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  /** A job that this instance holds until somebody takes it over under another token. */
  record Claimed(UUID id, long token) {}
}
