package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Bound;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.order.ViewSources;
import io.clipmeter.tracking.source.usage.ClocksInStep;
import io.clipmeter.tracking.source.usage.TurnSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BaselineLeaseIT extends Stage {
  private static final Duration LEASE = Duration.ofSeconds(1);
  @Autowired Baselines baselines;
  @Autowired BaselineDesk desk;
  @Autowired ViewSources sources;
  @Autowired BaselineRunner usual;
  private final CountDownLatch held = new CountDownLatch(1);

  @BeforeEach
  void onlyOurs() {
    usual.stop();
  }

  @AfterEach
  void asBefore() {
    held.countDown();
    usual.start();
  }

  @Test
  void whoseClockIsFarAheadOfTheDatabasesTakesNone() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    wire.send(submission);
    eventually(
        () ->
            assertThat(text("SELECT status FROM clip WHERE id = :id", submission.submissionId()))
                .isEqualTo("BASELINE_PENDING"));
    Duration most = Duration.ofMinutes(65);
    Baselines held = new Baselines(jdbc, new ClocksInStep(jdbc, new TurnSettings(most)));
    Instant now = jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();

    assertThat(held.claim(now.plus(most).plusSeconds(300), LEASE, 10)).isEmpty();
    assertThat(held.claim(now, LEASE, 10)).hasSize(1);
  }

  @Test
  void aBatchThatTakesLongIsKeptAndReadByNobodyElse() {
    BaselineSettings settings =
        Bound.to(
            "clipmeter.tracking.baseline",
            BaselineSettings.class,
            Map.of("lease", "1s", "poll", "10ms"));
    BaselineRunner runner =
        new BaselineRunner(baselines, desk, sources, settings, new SimpleMeterRegistry(), clock);
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    show(submission, 50);
    platforms.before(videos -> await(held));
    runner.start();
    try {
      wire.send(submission);
      eventually(() -> assertThat(lease(submission)).contains(clock.instant().plus(LEASE)));

      for (int beat = 0; beat < 3; beat++) {
        clock.advance(Duration.ofMillis(900));
        eventually(() -> assertThat(lease(submission)).contains(clock.instant().plus(LEASE)));
      }

      assertThat(baselines.claim(clock.instant(), LEASE, 10)).isEmpty();
      held.countDown();
      eventually(
          () ->
              assertThat(text("SELECT status FROM clip WHERE id = :id", submission.submissionId()))
                  .isEqualTo("BASELINED"));
      assertThat(platforms.asked(key(submission))).isOne();
    } finally {
      runner.stop();
    }
  }

  private Optional<Instant> lease(SubmissionReceived submission) {
    return jdbc.sql("SELECT baseline_lease FROM clip WHERE id = :id AND baseline_lease IS NOT NULL")
        .param("id", submission.submissionId())
        .query((rs, n) -> rs.getTimestamp("baseline_lease").toInstant())
        .optional();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
