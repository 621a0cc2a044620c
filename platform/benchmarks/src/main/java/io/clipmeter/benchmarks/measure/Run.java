package io.clipmeter.benchmarks.measure;

/**
 * One timed piece of work.
 *
 * @param count how many things were done, at least 1
 * @param nanos how long it took, at least 1
 * @param cpuNanos processor time that all processes of the run spent meanwhile; on a busy machine a
 *     steadier figure than the time
 */
public record Run(long count, long nanos, long cpuNanos) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

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

  /** Microseconds of a processor for each thing. */
  public double cpuMicros() {
    return cpuNanos / NANOS_PER_MICRO / count;
  }
}
