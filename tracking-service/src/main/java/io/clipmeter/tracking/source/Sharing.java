package io.clipmeter.tracking.source;

/**
 * How questions of several callers may be put to a provider together.
 *
 * @param videosMax videos that one run of it reads; 0 where each caller is better served alone
 * @param runsMax such runs at a time
 */
public record Sharing(int videosMax, int runsMax) {
  /** Nothing is gained from it: the provider is asked account by account, or video by video. */
  public static final Sharing NONE = new Sharing(0, 0);

  /**
   * @throws IllegalArgumentException where one is given and not the other, or is negative
   */
  public Sharing {
    if (videosMax < 0 || runsMax < 0 || (videosMax == 0) != (runsMax == 0)) {
      throw new IllegalArgumentException(videosMax + " videos in " + runsMax + " runs");
    }
  }
}
