package io.clipmeter.benchmarks.measure;

/**
 * One timed piece of work.
 *
 * @param count how many things were done, at least 1
 * @param nanos how long it took, at least 1
 * @param spent what the processes of the run spent meanwhile; on a busy machine a steadier figure
 *     than the time
 */
public record Run(long count, long nanos, Usage spent) {
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

  /** Microseconds of a processor for each thing, of all processes together. */
  public double cpuMicros() {
    return spent.allCpuNanos() / NANOS_PER_MICRO / count;
  }

  /** Microseconds of a processor that this process spent for each thing; 0 where it did nothing. */
  public double cpuMicros(String process) {
    return spent.cpuNanos().getOrDefault(process, 0L) / NANOS_PER_MICRO / count;
  }

  /** Bytes of PostgreSQL's log for each thing. */
  public double walBytes() {
    return (double) spent.walBytes() / count;
  }
}
