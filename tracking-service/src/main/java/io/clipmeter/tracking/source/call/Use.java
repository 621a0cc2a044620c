package io.clipmeter.tracking.source.call;

/**
 * What one call uses up.
 *
 * @param videos how many videos it asks for, which some providers charge for; 0 or more
 * @param units of the provider's quota; 0 or more
 */
public record Use(int videos, int units) {
  /** A call that is neither charged nor counted. */
  public static final Use NOTHING = new Use(0, 0);

  /**
   * @throws IllegalArgumentException where a value is negative
   */
  public Use {
    if (videos < 0 || units < 0) {
      throw new IllegalArgumentException("a call uses 0 or more, not " + videos + ", " + units);
    }
  }

  /** A call that asks for so many videos. */
  public static Use videos(int videos) {
    return new Use(videos, 0);
  }
}
