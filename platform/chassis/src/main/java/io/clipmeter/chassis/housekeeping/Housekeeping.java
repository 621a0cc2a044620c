package io.clipmeter.chassis.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has all tables forget what is too old, at the start and every ten minutes. */
final class Housekeeping implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final List<Expiring> tables;
  private final Supplier<Instant> time;
  private @Nullable CountDownLatch stopped;

  Housekeeping(List<Expiring> tables, Supplier<Instant> time) {
    this.tables = tables;
    this.time = time;
  }

  @Override
  public void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopped = stop;
    Thread.ofVirtual().name("housekeeping").start(() -> run(stop));
  }

  private void run(CountDownLatch stop) {
    try {
      do {
        forget();
      } while (!stop.await(PAUSE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      Instant now = time.get();
      tables.forEach(table -> forget(table, now));
    } catch (RuntimeException e) {
      LOG.warn("nothing is forgotten while the time is unknown: {}", e.toString());
    }
  }

  /** A table that could not be asked is asked again next time; the others are not held up. */
  private void forget(Expiring table, Instant now) {
    try {
      table.forget(now);
    } catch (RuntimeException e) {
      LOG.warn("old rows stay for now: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    CountDownLatch stop = stopped;
    stopped = null;
    if (stop != null) {
      stop.countDown();
    }
  }

  @Override
  public boolean isRunning() {
    return stopped != null;
  }
}
