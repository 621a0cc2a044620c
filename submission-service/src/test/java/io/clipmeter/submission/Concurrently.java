package io.clipmeter.submission;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something many times at the same moment. */
public final class Concurrently {
  private Concurrently() {}

  /** What came of each time, in the order of the numbers from 0 on. */
  public static <T> List<T> times(int count, IntFunction<T> action) {
    CyclicBarrier start = new CyclicBarrier(count);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results =
          IntStream.range(0, count)
              .mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            start.await();
                            return action.apply(number);
                          }))
              .toList();
      return results.stream().map(Concurrently::result).toList();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
