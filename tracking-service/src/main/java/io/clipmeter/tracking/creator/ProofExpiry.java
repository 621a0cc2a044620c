package io.clipmeter.tracking.creator;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends proofs that are too old, every few minutes; one instance at a time, whichever is free. */
@Configuration(proxyBeanMethods = false)
class ProofExpiry {
  @Bean
  RecurringTask<Void> expireProofs(CreatorSettings settings, CreatorDesk desk) {
    return Tasks.recurring("clipmeter.tracking.proofs", FixedDelay.of(settings.proof().look()))
        .execute((instance, context) -> all(desk));
  }

  /** A few at a time, each in a transaction of its own. */
  static void all(CreatorDesk desk) {
    while (desk.expire() == CreatorDesk.EXPIRED_AT_ONCE) {
      // There may be more.
    }
  }
}
