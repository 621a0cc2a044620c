package io.clipmeter.tracking.trigger;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.chassis.time.SharedClock;
import io.clipmeter.chassis.time.Turns;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the schedule go by the database's clock, and keeps it from an instance whose own is far
 * ahead, which would do nothing in the turns it takes.
 */
@Component
class ScheduleWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Optional<Scheduler> scheduler;
  private final List<RecurringTask<?>> tasks;
  private final SharedClock shared;
  private final ClocksInStep clocks;
  private final Clock clock;
  private volatile boolean ahead;
  private volatile @Nullable CountDownLatch stopped;

  ScheduleWatch(
      Optional<Scheduler> scheduler,
      List<RecurringTask<?>> tasks,
      SharedClock shared,
      ClocksInStep clocks,
      MeterRegistry meters,
      Clock clock) {
    this.scheduler = scheduler;
    this.tasks = tasks;
    this.shared = shared;
    this.clocks = clocks;
    this.clock = clock;
    Gauge.builder("clipmeter.tracking.clock.ahead", this, watch -> watch.ahead ? 1 : 0)
        .description("1 while this instance's clock is so far ahead that it takes up nothing")
        .register(meters);
  }

  @Override
  public void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopped = stop;
    look();
    Thread.ofVirtual().name("schedule-watch").start(() -> watch(stop));
  }

  private void watch(CountDownLatch stop) {
    try {
      while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves the schedule to others while the clock is ahead, and comes back to it afterwards. */
  void look() {
    try {
      shared.set(clocks.shared());
      ahead = !clocks.at(clock.instant());
      scheduler.ifPresent(ahead ? Scheduler::pause : this::goOn);
    } catch (RuntimeException e) {
      LOG.warn("whether the clock is in step cannot be told: {}", e.toString());
    }
  }

  private void goOn(Scheduler ours) {
    ours.resume();
    new Turns(ours, tasks, shared::now).comeInTime();
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

  /**
   * After the tables are ready, and before anything else: the schedule starts with the server that
   * operators ask, and takes its first turn at once.
   */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1;
  }
}
