package io.clipmeter.chassis.setting;

/**
 * Between which numbers the settings below a prefix have to be.
 *
 * @param prefix such as {@code clipmeter.tracking.round}
 */
public record Bounds(String prefix) {

  /**
   * Checks one.
   *
   * @param name of the setting, with its unit in brackets where it has one
   * @param least the smallest that is allowed
   * @param most the largest that is allowed
   * @throws IllegalArgumentException where it is out of them, which keeps the service from starting
   */
  public void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s.%s must be %d to %d, not %d".formatted(prefix, name, least, most, value));
    }
  }
}
