package io.clipmeter.benchmarks.measure;

/**
 * One way to do the work.
 *
 * @param <W> the work
 */
public interface Side<W> {

  /** Its name in the report, in lower case with underscores. */
  String name();

  /**
   * Prepares the work, does it against the clock, and proves that it was done right.
   *
   * @return how much was done in which time; neither preparing nor proving counts
   * @throws Exception where the work was not done, or not right
   */
  Run run(W work) throws Exception;
}
