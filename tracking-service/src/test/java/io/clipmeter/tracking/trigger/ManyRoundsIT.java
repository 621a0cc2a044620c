package io.clipmeter.tracking.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.audit.AuditLog;
import io.clipmeter.tracking.round.Rounds;
import io.clipmeter.tracking.round.RunningRounds;
import io.clipmeter.tracking.source.usage.Cadence;
import io.clipmeter.tracking.trigger.UpdateDesk.Update;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To claim a round of each campaign takes its time. */
class ManyRoundsIT extends Stage {
  private static final Duration A_CLAIM = Duration.ofSeconds(5);

  @Autowired Rounds rounds;
  @Autowired RunningRounds running;
  @Autowired Cadence cadence;
  @Autowired AuditLog audit;
  @Autowired Ids ids;

  @Test
  void eachRoundHasItsWholeLeaseAndIsKeptWhileTheOthersAreClaimed() {
    for (int i = 0; i < 3; i++) {
      tracked(Given.campaign(), 1);
    }
    List<Integer> room = new ArrayList<>();
    int before = running.room();

    Update update =
        desk(() -> {
              room.add(before - running.room());
              return clock.advance(A_CLAIM);
            })
            .begin("admin-1", Optional.empty());

    assertThat(update.claimed()).hasSize(3);
    assertThat(room).containsExactly(0, 1, 2, 3);
    assertThat(jdbc.sql("SELECT count(DISTINCT claimed_at) FROM round").query(Long.class).single())
        .isEqualTo(3);
    awaitNoOpenRound();
  }

  @Test
  void whatWasClaimedIsReadThoughAClaimFails() {
    tracked(Given.campaign(), 1);
    tracked(Given.campaign(), 1);
    List<Integer> claims = new ArrayList<>();
    UpdateDesk desk =
        desk(
            () -> {
              claims.add(claims.size());
              if (claims.size() == 2) {
                throw new IllegalStateException("no database");
              }
              return clock.instant();
            });

    assertThatThrownBy(() -> desk.begin("admin-1", Optional.empty()))
        .isInstanceOf(IllegalStateException.class);

    awaitNoOpenRound();
    assertThat(jdbc.sql("SELECT status FROM round").query(String.class).list())
        .containsExactly("CLOSED");
  }

  private UpdateDesk desk(InstantSource time) {
    return new UpdateDesk(rounds, running, cadence, audit, ids, clock(time));
  }

  private static Clock clock(InstantSource time) {
    return time.withZone(ZoneOffset.UTC);
  }
}
