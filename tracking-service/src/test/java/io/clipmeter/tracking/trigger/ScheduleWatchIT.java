package io.clipmeter.tracking.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.Service;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The schedule of all instances while one of them has a clock that is far ahead. */
@DirtiesContext
@TestPropertySource(properties = {"db-scheduler.enabled=true", "clipmeter.tracking.round.tick=10m"})
class ScheduleWatchIT extends Stage {
  private static final Duration AHEAD_MAX = Duration.ofMinutes(65);
  private static final String TICK = "clipmeter.tracking.tick";

  @Autowired private Scheduler scheduler;
  @Autowired private List<RecurringTask<?>> tasks;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now;
  private SettableClock ours;
  private ScheduleWatch watch;

  @BeforeEach
  void heldAgainstTheDatabase() {
    now = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    ours = SettableClock.at(now.toString());
    ClocksInStep clocks = new ClocksInStep(jdbc, new TurnSettings(AHEAD_MAX));
    watch = new ScheduleWatch(Optional.of(scheduler), tasks, clocks, meters, ours);
  }

  @Test
  void whoIsAheadTakesNoTurnUntilItIsInStepAgain() {
    ours.set(now.plus(AHEAD_MAX).plusSeconds(300));
    watch.look();
    assertThat(scheduler.getSchedulerState().isPaused()).isTrue();
    assertThat(meters.get("clipmeter.tracking.clock.ahead").gauge().value()).isOne();

    ours.set(now);
    watch.look();
    assertThat(scheduler.getSchedulerState().isPaused()).isFalse();
    assertThat(meters.get("clipmeter.tracking.clock.ahead").gauge().value()).isZero();
  }

  @Test
  void aTurnThatWasSetByAClockAheadComesByTheDatabases() {
    Service.eventually(() -> assertThat(setTo(now.plus(Duration.ofHours(3)))).isOne());

    watch.look();

    assertThat(nextTurn()).isBefore(now.plus(Duration.ofMinutes(11)));
  }

  private int setTo(Instant time) {
    return jdbc.sql(
            "UPDATE scheduled_tasks SET execution_time = :at, version = version + 1 WHERE task_name"
                + " = :task AND NOT picked AND execution_time > now() + interval '5 min'")
        .param("at", Timestamp.from(time))
        .param("task", TICK)
        .update();
  }

  private Instant nextTurn() {
    return jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = :task")
        .param("task", TICK)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }
}
