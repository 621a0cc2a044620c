package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.Platform;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A submission whose campaign is over before it has a baseline. */
class BaselineOverIT extends Stage {
  private static final String GOES_ON =
      "UPDATE campaign SET completed_at = NULL, status = 'ACTIVE', ended_at = NULL, ends_at = NULL";

  @Autowired private Baselines baselines;
  @Autowired private BaselineRunner runner;
  @Autowired private MeterRegistry meters;

  @BeforeEach
  void onlyWhenWeSay() {
    runner.stop();
  }

  @AfterEach
  void asBefore() {
    runner.start();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "completed_at = :now::timestamptz",
        "status = 'ENDED'",
        "ended_at = :now::timestamptz",
        "ends_at = :now::timestamptz"
      })
  void whatACampaignThatIsOverNeverPaysIsNotBoughtUntilItGoesOn(String over) {
    CampaignChanged campaign = Given.campaign();
    wire.send(campaign);
    awaitKnown(campaign);
    SubmissionReceived submission = Given.tiktok(campaign.campaignId());
    platforms.remove(key(submission));
    wire.send(submission);
    eventually(() -> assertThat(status(submission)).isEqualTo("BASELINE_PENDING"));
    jdbc.sql("UPDATE clip SET baseline_tries = 99").update();
    assertThat(gauge("baselines.stuck")).isOne();
    assertThat(gauge("baselines.pending")).isOne();
    jdbc.sql("UPDATE campaign SET " + over).param("now", clock.instant().toString()).update();

    readDue();

    assertThat(platforms.asked(key(submission))).isZero();
    assertThat(gauge("baselines.stuck")).isZero();
    assertThat(gauge("baselines.pending")).isZero();
    jdbc.sql("UPDATE clip SET baseline_gone_at = :long_ago::timestamptz")
        .param("long_ago", clock.instant().minus(Duration.ofDays(9)).toString())
        .update();
    assertThat(gauge("gone.unproven")).isZero();
    jdbc.sql(
            "UPDATE campaign SET completed_at = NULL, status = 'ACTIVE', ended_at = NULL, ends_at ="
                + " NULL")
        .update();
    assertThat(gauge("gone.unproven")).isOne();
    show(submission, 70);

    readDue();

    assertThat(status(submission)).isEqualTo("BASELINED");
  }

  private double gauge(String name) {
    return meters.get("clipmeter.tracking." + name).gauge().value();
  }

  private void readDue() {
    List<PendingBaseline> batch = baselines.claim(clock.instant(), Duration.ofMinutes(6), 100);
    if (!batch.isEmpty()) {
      runner.read(Platform.TIKTOK, batch);
    }
  }

  private String status(SubmissionReceived submission) {
    return text("SELECT status FROM clip WHERE id = :id", submission.submissionId());
  }
}
