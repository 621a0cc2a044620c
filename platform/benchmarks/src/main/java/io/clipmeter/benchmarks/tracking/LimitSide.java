package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the provider's limits allow: a client that does nothing but fill runs to the last place,
 * start them and fetch their items, within the service's limits: so many runs at a time, so many
 * calls in any minute. It keeps, judges and tells nothing.
 */
final class LimitSide implements Side<Work> {
  static final String NAME = "provider_limit";
  private static final int RUNS_AT_A_TIME = 5;
  private static final int CALLS_A_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMillis(60_500);

  private final Apify apify;
  private final StartLine line;

  LimitSide(Apify apify, StartLine line) {
    this.apify = apify;
    this.line = line;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Run run(Work work) throws Exception {
    Rate rate = new Rate();
    List<Callable<Integer>> runs = new ArrayList<>();
    for (int from = 0; from < work.size().clips(); from += work.size().urlsMax()) {
      List<String> urls =
          work.urls(from, Math.min(from + work.size().urlsMax(), work.size().clips()));
      runs.add(() -> read(urls, rate));
    }
    Stopwatch watch = line.start();
    int items = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(RUNS_AT_A_TIME)) {
      for (Future<Integer> run : threads.invokeAll(runs)) {
        items += run.get();
      }
    }
    Run run = watch.stop(items);
    if (items != work.size().clips()) {
      throw new IllegalStateException(items + " items for " + work.size().clips() + " videos");
    }
    return run;
  }

  private int read(List<String> urls, Rate rate) throws Exception {
    rate.await();
    String dataset = apify.run(urls);
    rate.await();
    return apify.items(dataset);
  }

  /** So many calls in any minute, in the order in which they are wanted. */
  private static final class Rate {
    private final Deque<Long> free = new ArrayDeque<>();

    Rate() {
      for (int i = 0; i < CALLS_A_MINUTE; i++) {
        free.add(System.nanoTime());
      }
    }

    void await() throws InterruptedException {
      long at;
      synchronized (this) {
        at = Math.max(free.remove(), System.nanoTime());
        free.add(at + MINUTE.toNanos());
      }
      Thread.sleep(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
    }
  }
}
