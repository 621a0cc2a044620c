package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.RefusedWrites;
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
    refusals.heal();
    runner.start();
  }

  @Test
  void itStandsInNobodysWayAndIsNotBoughtAgainSoon() {
    SubmissionReceived good = submitted(70);
    SubmissionReceived odd = submitted(71);
    double before = refused();
    refusals.rows("UPDATE", "clip", "NEW.baseline_views = 71");

    readDue();

    assertThat(List.of(status(good), status(odd))).containsExactly("BASELINED", "BASELINE_PENDING");
    assertThat(refused()).isEqualTo(before + 1);
    clock.advance(Duration.ofMinutes(29));
    readDue();
    assertThat(platforms.asked(key(odd))).isOne();
    refusals.heal();
    clock.advance(Duration.ofMinutes(1));
    readDue();
    assertThat(status(odd)).isEqualTo("BASELINED");
  }

  @Test
  void whatWasReadIsWrittenAgainWhereTheDatabaseFailsInPassing() {
    SubmissionReceived submission = submitted(70);
    List<PendingBaseline> batch = baselines.claim(clock.instant(), LEASE, 100);
    refusals.next(3, "UPDATE", "clip", RefusedWrites.DEADLOCK);

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
}
