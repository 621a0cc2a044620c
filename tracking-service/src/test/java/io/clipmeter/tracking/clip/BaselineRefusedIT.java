package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database refuses for good to write one baseline of those that were read together. */
class BaselineRefusedIT extends Stage {
  private static final Duration LEASE = Duration.ofMinutes(6);

  @Autowired private Baselines baselines;
  @Autowired private BaselineRunner runner;
  @Autowired private MeterRegistry meters;

  @BeforeEach
  void onlyWhenWeSay() {
    runner.stop();
  }

  @AfterEach
  void asBefore() {
    heal();
    runner.start();
  }

  private void heal() {
    jdbc.sql("DROP TRIGGER IF EXISTS refused ON clip").update();
    jdbc.sql("DROP FUNCTION IF EXISTS refuse").update();
    jdbc.sql("DROP SEQUENCE IF EXISTS refused").update();
  }

  @Test
  void itStandsInNobodysWayAndIsNotBoughtAgainSoon() {
    SubmissionReceived good = submitted(70);
    SubmissionReceived odd = submitted(71);
    double before = refused();
    refuseViews(71);

    readDue();

    assertThat(List.of(status(good), status(odd))).containsExactly("BASELINED", "BASELINE_PENDING");
    assertThat(refused()).isEqualTo(before + 1);
    clock.advance(Duration.ofMinutes(29));
    readDue();
    assertThat(platforms.asked(key(odd))).isOne();
    heal();
    clock.advance(Duration.ofMinutes(1));
    readDue();
    assertThat(status(odd)).isEqualTo("BASELINED");
  }

  @Test
  void whatWasReadIsWrittenAgainWhereTheDatabaseFailsInPassing() {
    SubmissionReceived submission = submitted(70);
    List<PendingBaseline> batch = baselines.claim(clock.instant(), LEASE, 100);
    refuseInPassing(3);

    runner.read(Platform.TIKTOK, batch);

    assertThat(status(submission)).isEqualTo("BASELINED");
    assertThat(platforms.asked(key(submission))).isOne();
  }

  private void readDue() {
    List<PendingBaseline> batch = baselines.claim(clock.instant(), LEASE, 100);
    if (!batch.isEmpty()) {
      runner.read(Platform.TIKTOK, batch);
    }
  }

  private SubmissionReceived submitted(long views) {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    show(submission, views);
    wire.send(submission);
    eventually(() -> assertThat(status(submission)).isEqualTo("BASELINE_PENDING"));
    return submission;
  }

  private String status(SubmissionReceived submission) {
    return text("SELECT status FROM clip WHERE id = :id", submission.submissionId());
  }

  private double refused() {
    return meters.get("clipmeter.tracking.baselines.refused").counter().count();
  }

  /** Has this many writes fail; a sequence counts on where a transaction rolls back. */
  private void refuseInPassing(int times) {
    jdbc.sql("CREATE SEQUENCE refused").update();
    jdbc.sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('refused') <= %d THEN
                RAISE EXCEPTION 'refused' USING ERRCODE = '40P01';
              END IF;
              RETURN NULL;
            END $$
            """
                .formatted(times))
        .update();
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE UPDATE ON clip FOR EACH STATEMENT EXECUTE FUNCTION"
                + " refuse()")
        .update();
  }

  private void refuseViews(long views) {
    jdbc.sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '23514'; END $$
            """)
        .update();
    jdbc.sql(
            "CREATE TRIGGER refused BEFORE UPDATE ON clip FOR EACH ROW WHEN (NEW.baseline_views = "
                + views
                + ") EXECUTE FUNCTION refuse()")
        .update();
  }
}
