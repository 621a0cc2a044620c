package io.clipmeter.tracking.source.order;

/** Whether an answer calls so many videos gone that it is not to be believed. */
final class GoneBurstPolicy {
  /** Fewer may well be one account that was closed. */
  static final int GONE_LEAST = 5;

  private GoneBurstPolicy() {}

  /**
   * From {@value #GONE_LEAST} on, where they are more than half of those that were asked.
   *
   * @param asked videos in one question
   * @param gone those of them that are said to be gone
   */
  static boolean suspicious(int asked, int gone) {
    return gone >= GONE_LEAST && gone > asked / 2;
  }
}
