package io.clipmeter.benchmarks.measure;

import java.util.function.LongSupplier;

/** Takes the time of one piece of work, and the processor time that all processes spend on it. */
public final class Stopwatch {
  private final LongSupplier cpuNanos;
  private final long cpuBefore;
  private final long start;

  private Stopwatch(LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
    this.cpuBefore = cpuNanos.getAsLong();
    this.start = System.nanoTime();
  }

  /**
   * Runs from now on.
   *
   * @param cpuNanos the processor time that all processes together have spent so far
   */
  public static Stopwatch start(LongSupplier cpuNanos) {
    return new Stopwatch(cpuNanos);
  }

  /** The work is done: so many things of it. */
  public Run stop(long count) {
    long nanos = System.nanoTime() - start;
    return new Run(count, nanos, cpuNanos.getAsLong() - cpuBefore);
  }

  /** Brings everything to the same state as before any other piece of work, then starts. */
  @FunctionalInterface
  public interface StartLine {

    /**
     * Starts a watch when all is quiet.
     *
     * @throws Exception where it can't be made quiet
     */
    Stopwatch start() throws Exception;
  }
}
