package io.clipmeter.tracking.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.clipmeter.chassis.time.SharedClock;
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
import org.springframework.context.SmartLifecycle;
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
  @Autowired private com.github.kagkarlsson.scheduler.Clock schedules;
  @Autowired private SharedClock everybodys;
  @Autowired private ScheduleWatch running;
  @Autowired private List<SmartLifecycle> lifecycles;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now;
  private SettableClock ours;
  private SharedClock shared;
  private ScheduleWatch watch;

  @BeforeEach
  void heldAgainstTheDatabase() {
    running.stop();
    now = databases();
    ours = SettableClock.at(now.toString());
    shared = new SharedClock(ours);
    watch = watch(shared);
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
  void turnsAreSetByTheDatabasesClockWhateverOursShows() {
    ours.set(now.plus(Duration.ofHours(3)));
    watch.look();

    Instant shown = shared.now();
    assertThat(shown).isBetween(now, databases());
  }

  @Test
  void nothingButTheTablesIsReadyBeforeItKnowsTheTime() {
    List<Integer> earlier =
        lifecycles.stream()
            .filter(part -> part.getClass().getPackageName().startsWith("io.clipmeter"))
            .map(SmartLifecycle::getPhase)
            .filter(phase -> phase <= watch.getPhase())
            .toList();

    assertThat(earlier).containsExactlyInAnyOrder(Integer.MIN_VALUE, watch.getPhase());
  }

  @Test
  void aTurnThatWasSetByAClockAheadComesByTheDatabases() {
    Service.eventually(() -> assertThat(setTo(now.plus(Duration.ofHours(3)))).isOne());

    watch.look();

    assertThat(nextTurn()).isBefore(databases().plus(Duration.ofMinutes(11)));
  }

  @Test
  void whatWaitsForATimeThatWasTakenBackIsWoken() {
    everybodys.set(now.plus(Duration.ofHours(3)));
    assertThat(schedules.now()).isAfterOrEqualTo(now.plus(Duration.ofHours(3)));
    Service.eventually(() -> assertThat(setTo(now.minusSeconds(60))).isOne());
    Service.eventually(() -> assertThat(nextTurn()).isAfter(now.plus(Duration.ofHours(3))));

    watch(everybodys).look();
    Service.eventually(() -> assertThat(setTo(now.minusSeconds(60))).isOne());

    Service.eventually(() -> assertThat(nextTurn()).isAfter(now));
    assertThat(nextTurn()).isBefore(databases().plus(Duration.ofMinutes(11)));
  }

  private ScheduleWatch watch(SharedClock turns) {
    ClocksInStep clocks = new ClocksInStep(jdbc, new TurnSettings(AHEAD_MAX));
    return new ScheduleWatch(Optional.of(scheduler), tasks, turns, clocks, meters, ours);
  }

  private int setTo(Instant time) {
    return jdbc.sql(
            "UPDATE scheduled_tasks SET execution_time = :at, version = version + 1 WHERE task_name"
                + " = :task AND NOT picked")
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

  private Instant databases() {
    return jdbc.sql("SELECT clock_timestamp()").query(Timestamp.class).single().toInstant();
  }
}
