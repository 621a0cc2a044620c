package io.clipmeter.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs something in many threads that start at one instant. */
public final class AtOnce {
  private AtOnce() {}

  /** All results, in no order. */
  public static <T> List<T> atOnce(int threads, Callable<T> action) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          Stream.generate(
                  () ->
                      executor.submit(
                          () -> {
                            start.await();
                            return action.call();
                          }))
              .limit(threads)
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }
}
