package io.clipmeter.tracking.job;

import io.clipmeter.events.Platform;
import org.jspecify.annotations.Nullable;

/**
 * One part of a job.
 *
 * @param position in the request, from 0
 * @param input as it was asked for, shortened
 * @param kind null where it was refused before it was known
 * @param subject the id of a video, a handle, a hashtag or words
 * @param url the canonical address of a video
 * @param videoMax videos that it may lead to
 * @param reason a stable word; null unless it failed
 * @param found videos that it led to
 */
public record JobItem(
    int position,
    String input,
    @Nullable Kind kind,
    @Nullable Platform platform,
    @Nullable String subject,
    @Nullable String url,
    int videoMax,
    State state,
    @Nullable String reason,
    int found) {

  /** What it asks for. */
  public enum Kind {
    VIDEO,
    /** The videos of an account. */
    PROFILE,
    /** The videos of an account, and its page. */
    ACCOUNT,
    HASHTAG,
    TERM
  }

  /** How far it is. */
  public enum State {
    PENDING,
    DONE,
    FAILED
  }

  /** To be read. */
  public static JobItem pending(
      int position,
      String input,
      Kind kind,
      Platform platform,
      String subject,
      @Nullable String url,
      int videoMax) {
    return new JobItem(
        position, input, kind, platform, subject, url, videoMax, State.PENDING, null, 0);
  }

  /** Not to be read. */
  public static JobItem refused(int position, String input, String reason) {
    return new JobItem(position, input, null, null, null, null, 0, State.FAILED, reason, 0);
  }
}
