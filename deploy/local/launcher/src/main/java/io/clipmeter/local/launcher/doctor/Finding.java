package io.clipmeter.local.launcher.doctor;

/**
 * One line of the doctor.
 *
 * @param what what was looked at
 * @param seen what was seen, and what to do where it is a problem
 */
public record Finding(Level level, String what, String seen) {
  /** How bad it is. */
  public enum Level {
    OK,
    /** Missing, and not needed for the stack. */
    OPTIONAL,
    PROBLEM
  }

  static Finding ok(String what, String seen) {
    return new Finding(Level.OK, what, seen);
  }

  static Finding optional(String what, String seen) {
    return new Finding(Level.OPTIONAL, what, seen);
  }

  static Finding problem(String what, String seen) {
    return new Finding(Level.PROBLEM, what, seen);
  }
}
