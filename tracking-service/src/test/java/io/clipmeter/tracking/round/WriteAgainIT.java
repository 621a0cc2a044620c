package io.clipmeter.tracking.round;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database refuses to write what was read, and was paid for. */
class WriteAgainIT extends Stage {
  private static final String DEADLOCK = "40P01";
  private static final String BROKEN_RULE = "23514";

  @Autowired Rounds rounds;
  @Autowired RoundRunner runner;
  @Autowired Ids ids;
  @Autowired MeterRegistry meters;

  @AfterEach
  void heal() {
    jdbc.sql("DROP TRIGGER IF EXISTS refused ON round_clip").update();
    jdbc.sql("DROP TRIGGER IF EXISTS refused ON clip").update();
    jdbc.sql("DROP FUNCTION IF EXISTS refuse").update();
    jdbc.sql("DROP SEQUENCE IF EXISTS refused").update();
  }

  @Test
  void aChunkIsWrittenAgainAndNotReadAgainWhereTheDatabaseFailsInPassing() {
    List<SubmissionReceived> clips = tracked(Given.campaign(), 3);
    ClaimedRound round = claim();
    refuse(3, DEADLOCK);

    runner.run(round);

    assertThat(status(round)).isEqualTo("CLOSED");
    assertThat(observations(round)).isEqualTo(3);
    clips.forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
  }

  @Test
  void aRoundIsGivenBackWhereItDoesNotPassAndAnotherReaderGoesOnAtOnce() {
    tracked(Given.campaign(), 3);
    ClaimedRound round = claim();
    refuse(4, DEADLOCK);

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
    refuse(1_000, BROKEN_RULE);

    runner.run(round);

    assertThat(observations(round)).isZero();
    assertThat(rounds.resume(clock.instant())).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    runner.run(rounds.resume(clock.instant()).orElseThrow());
    assertThat(status(round)).isEqualTo("OPEN");
    clips.forEach(clip -> assertThat(platforms.asked(key(clip))).isOne());
    heal();
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
    refuseViews(203);

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
    heal();
    clock.advance(Duration.ofMinutes(30));
    runner.run(claim());
    assertThat(number("SELECT last_views FROM clip WHERE id = :id", clips.get(3).submissionId()))
        .isEqualTo(203);
  }

  private double refused() {
    return meters.get("clipmeter.tracking.readings.refused").counter().count();
  }

  private void refuseViews(long views) {
    jdbc.sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '%s'; END $$
            """
                .formatted(BROKEN_RULE))
        .update();
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE UPDATE ON clip FOR EACH ROW WHEN (NEW.last_views = "
                + views
                + ") EXECUTE FUNCTION refuse()")
        .update();
  }

  /** Has this many writes fail; a sequence counts on where a transaction rolls back. */
  private void refuse(int times, String state) {
    jdbc.sql("CREATE SEQUENCE refused").update();
    jdbc.sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('refused') <= %d THEN
                RAISE EXCEPTION 'refused' USING ERRCODE = '%s';
              END IF;
              RETURN NULL;
            END $$
            """
                .formatted(times, state))
        .update();
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE UPDATE ON round_clip FOR EACH STATEMENT EXECUTE FUNCTION"
                + " refuse()")
        .update();
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
