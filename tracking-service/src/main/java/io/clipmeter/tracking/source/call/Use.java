package io.clipmeter.tracking.source.call;

/**
 * What one call uses up.
 *
 * @param videos how many videos it asks for, which some providers charge for; 0 or more
 * @param units of the provider's quota; 0 or more
 * @param purpose whose part of the provider's limits it takes from
 */
public record Use(int videos, int units, Purpose purpose) {
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

  /** For people, as whatever nobody said the purpose of, until it is {@link #on} another. */
  public Use(int videos, int units) {
    this(videos, units, Purpose.PEOPLE);
  }

  /** The same for the purpose of the work that is done. */
  Use on(Purpose other) {
    return new Use(videos, units, other);
  }

  /** What a call did not use after all that ended like this. */
  public Use unused(Allowance.End end) {
    return switch (end) {
      case OK, FAILED -> NOTHING;
      case REFUSED -> new Use(videos, 0, purpose);
      case UNREACHED, NOT_CALLED -> this;
    };
  }

  /** A call that asks for so many videos. */
  public static Use videos(int videos) {
    return new Use(videos, 0);
  }
}
