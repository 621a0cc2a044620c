package io.clipmeter.benchmarks.measure;

import java.util.function.Supplier;

/** Takes the time of one piece of work, and what all processes spend on it. */
public final class Stopwatch {
  private final Supplier<Usage> usage;
  private final Usage before;
  private final long start;

  private Stopwatch(Supplier<Usage> usage) {
    this.usage = usage;
    this.before = usage.get();
    this.start = System.nanoTime();
  }

  /**
   * Runs from now on.
   *
   * @param usage what the processes have spent so far
   */
  public static Stopwatch start(Supplier<Usage> usage) {
    return new Stopwatch(usage);
  }

  /** When it began, as {@link System#nanoTime()} has it. */
  public long begun() {
    return start;
  }

  /** The work is done: so many things of it. */
  public Run stop(long count) {
    long nanos = System.nanoTime() - start;
    return new Run(count, nanos, usage.get().since(before));
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
