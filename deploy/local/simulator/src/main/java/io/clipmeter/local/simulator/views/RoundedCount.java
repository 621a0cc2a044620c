package io.clipmeter.local.simulator.views;

/** How TikTok shows a counter: exact below 10,000, then in steps. */
final class RoundedCount {
  private RoundedCount() {}

  /** Rounded down, so that a growing count never falls. */
  static long of(long exact) {
    if (exact >= 1_000_000) {
      return exact - exact % 100_000;
    }
    return exact >= 10_000 ? exact - exact % 100 : exact;
  }
}
