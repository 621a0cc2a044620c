package io.clipmeter.payout.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.payout.RunningService;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What was set by a clock of the database that has been put back since. */
@DirtiesContext
@TestPropertySource(properties = {"db-scheduler.enabled=true", "clipmeter.payout.paypal.tick=10m"})
class TurnWatchIT extends RunningService {
  private static final String TASK = "clipmeter.payout.paypal-silence";

  @Autowired private TurnClock clock;
  @Autowired private Scheduler scheduler;
  @Autowired private List<RecurringTask<?>> tasks;

  @Test
  void aTurnThatWasSetForLaterThanNowComesInTime() {
    Instant now = databases();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> setTo(now.plus(Duration.ofHours(3))) == 1);

    new TurnWatch(clock, Optional.of(scheduler), tasks).look();

    assertThat(nextTurn()).isBefore(databases().plus(Duration.ofMinutes(11)));
  }

  private int setTo(Instant time) {
    return sql.sql(
            "UPDATE scheduled_tasks SET execution_time = :at, version = version + 1 WHERE task_name"
                + " = :task AND NOT picked")
        .param("at", Timestamp.from(time))
        .param("task", TASK)
        .update();
  }

  private Instant nextTurn() {
    return sql.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = :task")
        .param("task", TASK)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private Instant databases() {
    return sql.sql("SELECT clock_timestamp()").query(Timestamp.class).single().toInstant();
  }
}
