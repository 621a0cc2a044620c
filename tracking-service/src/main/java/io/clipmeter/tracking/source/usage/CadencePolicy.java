package io.clipmeter.tracking.source.usage;

/**
 * How much more seldom all campaigns are read so that what is left of a provider lasts to the end
 * of its day or month. Pure.
 */
final class CadencePolicy {
  /** From half of it on: before that, an uneven start would slow down everybody. */
  static final double FROM = 0.5;

  /** Four hours become a day. */
  static final double MOST = 6;

  private CadencePolicy() {}

  /**
   * 1 where it lasts as things go, more where it does not, {@value #MOST} at most.
   *
   * @param used of the limit so far
   * @param limit of the whole span, more than 0
   * @param elapsed share of the span that is over, 0 to 1
   */
  static double stretch(long used, long limit, double elapsed) {
    double share = (double) used / limit;
    if (share < FROM || share <= elapsed) {
      return 1;
    }
    if (share >= 1) {
      return MOST;
    }
    double pace = share / Math.max(elapsed, 1e-6);
    double lasting = (1 - share) / (1 - elapsed);
    return Math.clamp(pace / lasting, 1, MOST);
  }
}
