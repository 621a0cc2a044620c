package io.clipmeter.tracking.trigger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clipmeter.chassis.time.SharedClock;
import io.clipmeter.tracking.round.RoundSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for due rounds every few seconds; one instance at a time, whichever is free. */
@Configuration(proxyBeanMethods = false)
class RoundSchedule {
  @Bean
  SharedClock sharedClock(Clock ours) {
    return new SharedClock(ours);
  }

  /** What turns are set by, and whether it is time for one. */
  @Bean
  com.github.kagkarlsson.scheduler.Clock scheduleClock(SharedClock shared) {
    return shared::now;
  }

  @Bean
  RecurringTask<Void> trackingTick(RoundSettings settings, RoundStarter starter) {
    return Tasks.recurring("clipmeter.tracking.tick", FixedDelay.of(settings.tick()))
        .execute((instance, context) -> starter.tick());
  }
}
