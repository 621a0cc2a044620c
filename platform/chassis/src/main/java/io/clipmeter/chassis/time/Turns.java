package io.clipmeter.chassis.time;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The turns of a schedule that instances share, where its time may be put back. */
public final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Scheduler scheduler;
  private final List<RecurringTask<?>> tasks;
  private final Clock shared;

  /** With the clock that the scheduler goes by. */
  public Turns(Scheduler scheduler, List<RecurringTask<?>> tasks, Clock shared) {
    this.scheduler = scheduler;
    this.tasks = List.copyOf(tasks);
    this.shared = shared;
  }

  /** The scheduler waits for a time that has not come any more where the clock was put back. */
  public void comeInTime() {
    tasks.forEach(this::comeInTime);
    scheduler.triggerCheckForDueExecutions();
  }

  /**
   * The next turn is no later than if it were set now. The scheduler does so at its start alone,
   * and sets the turn of an instance that died by the clock of the machine that sees it.
   */
  private void comeInTime(RecurringTask<?> task) {
    try {
      task.onStartup(scheduler, shared);
    } catch (RuntimeException e) {
      LOG.debug("the next turn of {} stays as it is: {}", task.getName(), e.toString());
    }
  }
}
