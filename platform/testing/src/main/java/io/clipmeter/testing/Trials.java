package io.clipmeter.testing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A property, tried many times with random data that can be had again.
 *
 * <p>Each trial gets its own generator, made of the seed and the trial's index. A failure names
 * both, so that {@code -Dtrials.seed=... -Dtrials.index=...} repeats that one trial alone. {@code
 * -Dtrials.scale=100} runs a hundred times as many, for a nightly build.
 *
 * @param count how many trials, at least 1
 * @param firstSeed what all random data is made of
 */
public record Trials(int count, long firstSeed) {

  /** One trial of the property; throws when the property does not hold. */
  @FunctionalInterface
  public interface Trial {
    /** Tries once, with no other source of chance than {@code random}. */
    void run(RandomGenerator random) throws Exception;
  }

  /** Refuses a count below 1: a property that is never tried would always hold. */
  public Trials {
    if (count < 1) {
      throw new IllegalArgumentException("at least one trial is needed, not " + count);
    }
  }

  /** So many trials from a seed that differs in each run and is shown when a trial fails. */
  public static Trials of(int count) {
    return new Trials(count, new SplittableRandom().nextLong());
  }

  /** The same trials in every run; {@code -Dtrials.seed} still wins. */
  public Trials seed(long seed) {
    return new Trials(count, seed);
  }

  /**
   * Runs the trials, in order, in this thread.
   *
   * @throws AssertionError at the first trial that fails, with its seed and index, and its cause
   */
  public void check(Trial trial) {
    long seed = Long.getLong("trials.seed", firstSeed);
    Integer only = Integer.getInteger("trials.index");
    int first = only == null ? 0 : only;
    int end = only == null ? Math.multiplyExact(count, scale()) : Math.addExact(only, 1);
    for (int index = first; index < end; index++) {
      tryOnce(trial, seed, index, end);
    }
  }

  private static void tryOnce(Trial trial, long seed, int index, int end) {
    try {
      trial.run(generator(seed, index));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in trial " + index, interrupted);
    } catch (Throwable failure) {
      throw new AssertionError(
          "trial %d of %d failed; repeat it with -Dtrials.seed=%d -Dtrials.index=%d: %s"
              .formatted(index, end, seed, index, failure),
          failure);
    }
  }

  /** Generators of neighbouring indexes must not be related, hence the golden ratio's bits. */
  private static RandomGenerator generator(long seed, int index) {
    return new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * (index + 1L))).split();
  }

  private static int scale() {
    return Integer.getInteger("trials.scale", 1);
  }
}
