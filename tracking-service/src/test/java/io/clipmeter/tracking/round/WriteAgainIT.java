package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.RefusedWrites.BROKEN_RULE;
import static io.clipmeter.tracking.RefusedWrites.DEADLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.chassis.web.Ids;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.round.Rounds.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database refuses to write what was read, and was paid for. */
class WriteAgainIT extends Stage {
  @Autowired Rounds rounds;
  @Autowired RoundRunner runner;
  @Autowired Ids ids;
  @Autowired MeterRegistry meters;

  @Test
  void aChunkIsWrittenAgainAndNotReadAgainWhereTheDatabaseFailsInPassing() {
    List<SubmissionReceived> clips = tracked(Given.campaign(), 3);
    ClaimedRound round = claim();
    refusals.next(3, "UPDATE", "round_clip", DEADLOCK);

    runner.run(round);

    assertThat(status(round)).isEqualTo("CLOSED");
    assertThat(observations(round)).isEqualTo(3);
    clips.forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
  }

  @Test
  void aRoundIsGivenBackWhereItDoesNotPassAndAnotherReaderGoesOnAtOnce() {
    tracked(Given.campaign(), 3);
    ClaimedRound round = claim();
    refusals.next(4, "UPDATE", "round_clip", DEADLOCK);

    runner.run(round);

    assertThat(status(round)).isEqualTo("OPEN");
    assertThat(observations(round)).isZero();
    runner.run(rounds.resume(clock.instant()).orElseThrow());
    assertThat(status(round)).isEqualTo("CLOSED");
  }

  @Test
  void whatCanNeverBeWrittenIsNotBoughtAgainForAnHour() {
    List<SubmissionReceived> clips = tracked(Given.campaign(), 3);
    ClaimedRound round = claim();
    refusals.next(1_000, "UPDATE", "round_clip", BROKEN_RULE);

    runner.run(round);

    assertThat(observations(round)).isZero();
    assertThat(rounds.resume(clock.instant())).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    runner.run(rounds.resume(clock.instant()).orElseThrow());
    assertThat(status(round)).isEqualTo("OPEN");
    clips.forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
    refusals.heal();
    clock.advance(Duration.ofMinutes(2));
    runner.run(rounds.resume(clock.instant()).orElseThrow());
    assertThat(status(round)).isEqualTo("CLOSED");
    clips.forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
  }

  @Test
  void theOneReadingThatCannotBeWrittenStandsInNobodysWay() {
    List<SubmissionReceived> clips = tracked(Given.campaign(), 5);
    double before = refused();
    ClaimedRound round = claim();
    refusals.rows("UPDATE", "clip", "NEW.last_views = 203");

    runner.run(round);

    assertThat(status(round)).isEqualTo("CLOSED");
    assertThat(
            jdbc.sql(
                    "SELECT outcome FROM round_clip rc JOIN clip ON clip.id = clip_id"
                        + " WHERE round_id = :id ORDER BY canonical_url")
                .param("id", round.id())
                .query(String.class)
                .list())
        .containsExactly("OK", "OK", "OK", "UNKNOWN", "OK");
    clips.forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
    assertThat(refused()).isEqualTo(before + 1);
    clock.advance(Duration.ofMinutes(30));
    runner.run(claim());
    assertThat(platforms.asked(key(clips.get(3)))).isOne();
    assertThat(platforms.asked(key(clips.get(4)))).isEqualTo(2);
    refusals.heal();
    clock.advance(Duration.ofMinutes(30));
    runner.run(claim());
    assertThat(number("SELECT last_views FROM clip WHERE id = :id", clips.get(3).submissionId()))
        .isEqualTo(203);
  }

  private double refused() {
    return meters.get("clipmeter.tracking.readings.refused").counter().count();
  }

  private ClaimedRound claim() {
    return rounds.claim(Claim.now(Optional.empty()), ids.next(), clock.instant()).orElseThrow();
  }

  private String status(ClaimedRound round) {
    return text("SELECT status FROM round WHERE id = :id", round.id());
  }

  private long observations(ClaimedRound round) {
    return number("SELECT count(*) FROM observation WHERE reading_id = :id", round.id());
  }
}
