package io.clipmeter.tracking.campaign;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute, by one instance at a time. */
@Configuration(proxyBeanMethods = false)
class EndingSchedule {
  @Bean
  RecurringTask<Void> trackingEndings(EndingDesk desk) {
    return Tasks.recurring("clipmeter.tracking.endings", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((instance, context) -> desk.announceThoseLeft());
  }
}
