package io.clipmeter.tracking.observation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes partitions before the month comes that needs them: at the start, and each day. */
@Configuration(proxyBeanMethods = false)
class MonthsAhead {
  private static final int AHEAD = 2;

  @Bean
  InitializingBean firstMonths(Observations observations, Clock clock) {
    return () -> observations.createMonths(clock.instant(), AHEAD);
  }

  @Bean
  RecurringTask<Void> observationMonths(Observations observations, Clock clock) {
    return Tasks.recurring("observation-months", FixedDelay.of(Duration.ofDays(1)))
        .execute((instance, context) -> observations.createMonths(clock.instant(), AHEAD));
  }
}
