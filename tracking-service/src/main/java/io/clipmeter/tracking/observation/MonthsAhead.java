package io.clipmeter.tracking.observation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes partitions before the month comes that needs them: at the start, and each day. */
@Configuration(proxyBeanMethods = false)
class MonthsAhead {
  private static final int AHEAD = 2;

  @Bean
  FirstMonths firstMonths(Observations observations, Clock clock) {
    return new FirstMonths(() -> observations.createMonths(clock.instant(), AHEAD));
  }

  @Bean
  RecurringTask<Void> observationMonths(
      Observations observations, ObservationSettings settings, ClocksInStep clocks, Clock clock) {
    return Tasks.recurring("observation-months", FixedDelay.of(Duration.ofDays(1)))
        .execute(
            (instance, context) -> {
              observations.createMonths(clock.instant(), AHEAD);
              Instant now = earlier(clock.instant(), clocks.shared());
              observations.dropMonths(now, settings.keepMonths());
            });
  }

  /** A clock that is ahead would drop months that are still to be kept. */
  static Instant earlier(Instant ours, Instant theirs) {
    return ours.isBefore(theirs) ? ours : theirs;
  }

  /**
   * The first thing to start, before anything is consumed. Not earlier: a start that is only
   * rehearsed has no database.
   */
  static final class FirstMonths implements SmartLifecycle {
    private final Runnable create;
    private volatile boolean running;

    FirstMonths(Runnable create) {
      this.create = create;
    }

    @Override
    public void start() {
      create.run();
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return Integer.MIN_VALUE;
    }
  }
}
