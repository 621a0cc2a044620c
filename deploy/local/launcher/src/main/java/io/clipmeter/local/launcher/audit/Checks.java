package io.clipmeter.local.launcher.audit;

import java.io.PrintStream;
import java.math.BigInteger;

/** Compares what should be with what is, and counts the differences. */
public final class Checks {
  private final PrintStream out;
  private int made;
  private int failed;

  public Checks(PrintStream out) {
    this.out = out;
  }

  /** Compares amounts in micro-units. */
  public void amounts(String what, BigInteger expected, BigInteger actual) {
    same(what, Micros.text(expected), Micros.text(actual));
  }

  public void same(String what, Object expected, Object actual) {
    made++;
    if (expected.equals(actual)) {
      out.printf("   ok       %s: %s%n", what, actual);
    } else {
      failed++;
      out.printf("   DIFFERS  %s: %s, should be %s%n", what, actual, expected);
    }
  }

  public int made() {
    return made;
  }

  public int failed() {
    return failed;
  }
}
