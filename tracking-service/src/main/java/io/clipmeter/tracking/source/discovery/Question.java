package io.clipmeter.tracking.source.discovery;

import io.clipmeter.events.Platform;

/**
 * What is looked for on a platform.
 *
 * @param subject a handle without the @, a hashtag without the #, or words
 * @param limit videos at most, 1 to 500
 */
public record Question(Platform platform, Kind kind, String subject, int limit) {

  /** How the subject is meant. */
  public enum Kind {
    /** The newest videos of an account. */
    ACCOUNT,
    /** Videos under a hashtag. */
    HASHTAG,
    /** Videos that a search gives. */
    TERM
  }

  /**
   * @throws IllegalArgumentException where the limit is out of its range
   */
  public Question {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("limit must be 1 to 500, not " + limit);
    }
  }
}
