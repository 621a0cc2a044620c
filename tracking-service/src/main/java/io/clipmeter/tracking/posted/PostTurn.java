package io.clipmeter.tracking.posted;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The turn in which posts are read, of which there is one at a time among all instances. */
@Component
class PostTurn {
  static final String TASK = "clipmeter.tracking.posts";
  private static final Logger LOG = LoggerFactory.getLogger(PostTurn.class);

  private final Optional<SchedulerClient> scheduler;
  private final Clock schedule;

  /** With the clock that all instances set turns by. */
  PostTurn(Optional<SchedulerClient> scheduler, Clock schedule) {
    this.scheduler = scheduler;
    this.schedule = schedule;
  }

  /** Has the next turn come at once, unless one goes on: then it comes after that. */
  void comeNow() {
    scheduler.ifPresent(client -> comeAt(client, schedule.now()));
  }

  private static void comeAt(SchedulerClient client, Instant time) {
    try {
      client.reschedule(TaskInstanceId.of(TASK, RecurringTask.INSTANCE), time);
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      LOG.info("posted videos are read at the next turn: {}", e.getMessage());
    }
  }
}
