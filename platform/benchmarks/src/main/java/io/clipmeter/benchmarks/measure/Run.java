package io.clipmeter.benchmarks.measure;

/**
 * One timed piece of work.
 *
 * @param count how many things were done, at least 1
 * @param nanos how long it took, at least 1
 */
public record Run(long count, long nanos) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Refuses nothing and no time, of which there is no rate. */
  public Run {
    if (count < 1 || nanos < 1) {
      throw new IllegalArgumentException(count + " in " + nanos + " ns is no measurement");
    }
  }

  /** Things per second. */
  public double rate() {
    return count * NANOS_PER_SECOND / nanos;
  }
}
