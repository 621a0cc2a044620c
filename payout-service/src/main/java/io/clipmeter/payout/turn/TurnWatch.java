package io.clipmeter.payout.turn;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.chassis.time.Turns;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the database's clock, and has no turn wait where that was put back. */
@Component
class TurnWatch {
  private final TurnClock clock;
  private final Optional<Turns> turns;

  TurnWatch(TurnClock clock, Optional<Scheduler> scheduler, List<RecurringTask<?>> tasks) {
    this.clock = clock;
    this.turns = scheduler.map(ours -> new Turns(ours, tasks, clock));
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void look() {
    clock.look();
    turns.ifPresent(Turns::comeInTime);
  }
}
