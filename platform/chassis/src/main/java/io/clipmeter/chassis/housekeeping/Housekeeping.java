package io.clipmeter.chassis.housekeeping;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has all tables forget what is too old, at the start and every ten minutes. */
final class Housekeeping implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final List<Expiring> tables;
  private final Clock clock;
  private @Nullable CountDownLatch stopped;

  Housekeeping(List<Expiring> tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
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
        tables.forEach(this::forget);
      } while (!stop.await(PAUSE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A table that could not be asked is asked again next time; the others are not held up. */
  private void forget(Expiring table) {
    try {
      table.forget(clock.instant());
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
