package io.clipmeter.tracking.creator;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends proofs that are too old, every few minutes; one instance at a time, whichever is free. */
@Configuration(proxyBeanMethods = false)
class ProofExpiry {
  @Bean
  RecurringTask<Void> expireProofs(
      CreatorSettings settings, CreatorDesk desk, ClocksInStep clocks, Clock clock) {
    return Tasks.recurring("clipmeter.tracking.proofs", FixedDelay.of(settings.proof().look()))
        .execute((instance, context) -> allInStep(desk, clocks, clock));
  }

  /** To a clock that is far ahead proofs are over that are not. */
  static void allInStep(CreatorDesk desk, ClocksInStep clocks, Clock clock) {
    if (clocks.at(clock.instant())) {
      all(desk);
    }
  }

  /** A few at a time, each in a transaction of its own. */
  static void all(CreatorDesk desk) {
    while (desk.expire() == CreatorDesk.EXPIRED_AT_ONCE) {
      // There may be more.
    }
  }
}
