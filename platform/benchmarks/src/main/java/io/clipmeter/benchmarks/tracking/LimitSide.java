package io.clipmeter.benchmarks.tracking;

import io.clipmeter.benchmarks.measure.Run;
import io.clipmeter.benchmarks.measure.Side;
import io.clipmeter.benchmarks.measure.Stopwatch;
import io.clipmeter.benchmarks.measure.Stopwatch.StartLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What the provider's limits allow: a client that does nothing but fill runs to the last place,
 * start them and fetch their items, within the service's limits: so many runs at a time, so many
 * calls in any minute. It keeps, judges and tells nothing.
 */
final class LimitSide implements Side<Work> {
  static final String NAME = "provider_limit";
  private static final int RUNS_AT_A_TIME = 5;
  private static final int CALLS_A_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);

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
    try (Rate rate = new Rate()) {
      return run(work, rate);
    }
  }

  private Run run(Work work, Rate rate) throws Exception {
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

  /** So many calls in any minute: each gives its place back a minute after it began. */
  private static final class Rate implements AutoCloseable {
    private final Semaphore places = new Semaphore(CALLS_A_MINUTE, true);
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    void await() throws InterruptedException {
      places.acquire();
      later.schedule(() -> places.release(), MINUTE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      later.shutdownNow();
    }
  }
}
