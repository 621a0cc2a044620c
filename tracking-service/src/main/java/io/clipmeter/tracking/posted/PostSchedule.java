package io.clipmeter.tracking.posted;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads posted videos every few minutes; one instance at a time, whichever is free. */
@Configuration(proxyBeanMethods = false)
class PostSchedule {
  @Bean
  RecurringTask<Void> postedVideosTick(PostSettings settings, PostRunner runner) {
    return Tasks.recurring(PostTurn.TASK, FixedDelay.of(settings.every()))
        .execute((instance, context) -> runner.run());
  }
}
