package io.clipmeter.tracking.source.order;

/** Whether an answer calls so many videos gone that it is not to be believed. */
final class GoneBurstPolicy {
  /** Fewer may well be one account that was closed. */
  static final int GONE_LEAST = 5;

  private GoneBurstPolicy() {}

  /** Whether a provider still shows other videos, so that it is not simply out. */
  static boolean showsOthers(GoneWatch.Lately lately) {
    return lately.shown() > 0;
  }

  /** Whether a provider calls so many gone over all that it was asked lately. */
  static boolean suspicious(GoneWatch.Lately lately) {
    return suspicious(lately.shown() + lately.gone(), lately.gone());
  }

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
