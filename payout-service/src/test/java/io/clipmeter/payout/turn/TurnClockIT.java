package io.clipmeter.payout.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.payout.RunningService;
import io.clipmeter.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What turns are set by while the machine's clock shows another time than the database's. */
class TurnClockIT extends RunningService {
  private final SettableClock ours = SettableClock.at("2090-01-01T00:00:00Z");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @Autowired private DataSource database;

  @Test
  void turnsAreSetByTheDatabasesClockWhateverOursShows() {
    Instant before = databases();
    TurnClock clock = clock(sql);

    assertThat(clock.now()).isBetween(before, databases());
    clock.look();
    assertThat(clock.now()).isBetween(before, databases());
  }

  @Test
  void aDatabaseThatCannotBeAskedEndsNoTurn() throws SQLException {
    Instant before = databases();
    TurnClock clock = askedOnce();

    clock.look();

    assertThat(clock.now()).isBetween(before, databases());
  }

  @Test
  void aClockThatIsWrongByMoreThanFiveMinutesEitherWayIsOutOfStepUntilItIsRight() {
    TurnClock clock = clock(sql);
    ours.set(databases().plus(TurnClock.APART_MAX).minusSeconds(60));
    assertThat(clock.inStep()).isTrue();
    assertThat(apart()).isZero();

    ours.set(databases().plus(TurnClock.APART_MAX).plusSeconds(60));
    assertThat(clock.inStep()).isFalse();
    assertThat(apart()).isOne();

    ours.set(databases().minus(TurnClock.APART_MAX).plusSeconds(60));
    assertThat(clock.inStep()).isTrue();
    ours.set(databases().minus(TurnClock.APART_MAX).minusSeconds(60));
    assertThat(clock.inStep()).isFalse();
  }

  private double apart() {
    return meters.get("clipmeter.payout.clock.apart").gauge().value();
  }

  private TurnClock clock(JdbcClient jdbc) {
    return new TurnClock(jdbc, ours, meters);
  }

  private TurnClock askedOnce() throws SQLException {
    try (Connection only = database.getConnection()) {
      JdbcClient one = JdbcClient.create(new SingleConnectionDataSource(only, true));
      return clock(one);
    }
  }

  private Instant databases() {
    return sql.sql("SELECT clock_timestamp()").query(Timestamp.class).single().toInstant();
  }
}
