package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.EventType;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Reading;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.json.JsonMapper;

class SubmissionListenerIT extends Stage {
  private static final String DEAD = "clipping.submissions.v1.tracking-submissions.dlt";

  @Test
  void theSameSubmissionTwiceIsOneClipAndOneBaseline() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    show(submission, 50);
    String id = UUID.randomUUID().toString();

    wire.send(submission, id);
    wire.send(submission, id);
    wire.send(submission);
    awaitStatus(submission, "BASELINED");
    show(submission, 60);
    wire.send(submission);
    SubmissionReceived marker = Given.tiktok(submission.campaignId());
    show(marker, 1);
    wire.send(marker);
    awaitStatus(marker, "BASELINED");

    assertThat(platforms.asked(key(submission))).isOne();
    assertThat(baseline(submission)).isEqualTo(50);
    assertThat(wire.events(Topic.VIDEOS, "TIKTOK:" + submission.videoId(), VideoObserved.class))
        .hasSize(1);
  }

  @Test
  void approvalNeverOverwritesTheBaseline() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    show(submission, 50);
    wire.send(submission);
    awaitStatus(submission, "BASELINED");

    wire.send(Given.approval(submission, 999));

    awaitStatus(submission, "TRACKED");
    assertThat(baseline(submission)).isEqualTo(50);
    assertThatThrownBy(
            () ->
                jdbc.sql("UPDATE clip SET baseline_views = 1 WHERE id = :id")
                    .param("id", submission.submissionId())
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("never overwritten");
  }

  @Test
  void aBaselineThatFailsIsTriedAgainLaterAndLater() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    platforms.outage(true);
    wire.send(submission);
    awaitTries(submission, 1);

    clock.advance(Duration.ofSeconds(2));
    awaitTries(submission, 2);
    clock.advance(Duration.ofSeconds(3));
    assertThat(tries(submission)).isEqualTo(2);
    platforms.outage(false);
    show(submission, 70);
    clock.advance(Duration.ofSeconds(1));

    awaitStatus(submission, "BASELINED");
    assertThat(baseline(submission)).isEqualTo(70);
  }

  @Test
  void aNumberThatContradictsWhatIsKnownOfTheVideoIsNoBaseline() {
    SubmissionReceived first = Given.tiktok(UUID.randomUUID());
    show(first, 5_000);
    wire.send(first);
    awaitStatus(first, "BASELINED");
    SubmissionReceived second =
        Given.submission(
            UUID.randomUUID(), first.platform(), first.videoId(), first.canonicalUrl());
    show(first, 0);

    wire.send(second);

    awaitTries(second, 1);
    assertThat(status(second)).isEqualTo("BASELINE_PENDING");
  }

  @Test
  void aZeroOfAVideoThatIsNotNewIsNoBaselineUntilALaterReadingAgrees() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    show(submission, 0);
    wire.send(submission);
    awaitTries(submission, 1);
    clock.advance(Duration.ofMinutes(5));
    awaitTries(submission, 2);
    assertThat(status(submission)).isEqualTo("BASELINE_PENDING");

    show(submission, 1_900_000);
    clock.advance(Duration.ofMinutes(5));

    awaitStatus(submission, "BASELINED");
    assertThat(baseline(submission)).isEqualTo(1_900_000);
  }

  @Test
  void aZeroThatIsReadAgainHalfAnHourLaterIsABaseline() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    show(submission, 0);
    wire.send(submission);
    awaitTries(submission, 1);

    clock.advance(Duration.ofMinutes(30));

    awaitStatus(submission, "BASELINED");
    assertThat(baseline(submission)).isZero();
  }

  @Test
  void whatWasRejectedOrWithdrawnIsReadNoMore() {
    SubmissionReceived rejected = Given.tiktok(UUID.randomUUID());
    SubmissionReceived withdrawn = Given.tiktok(UUID.randomUUID());
    platforms.tell(key(rejected), Reading.failed("quota"));
    platforms.tell(key(withdrawn), Reading.failed("quota"));
    wire.send(rejected);
    wire.send(withdrawn);

    wire.send(
        new SubmissionRejected(
            rejected.submissionId(),
            rejected.campaignId(),
            "clipper-1",
            rejected.platform(),
            rejected.videoId(),
            "blurred",
            "admin-1",
            Given.NOW));
    wire.send(
        new SubmissionWithdrawn(
            withdrawn.submissionId(),
            withdrawn.campaignId(),
            "clipper-1",
            withdrawn.platform(),
            withdrawn.videoId(),
            Given.NOW));

    awaitStatus(rejected, "DROPPED");
    awaitStatus(withdrawn, "DROPPED");
  }

  @Test
  void aRecordThatCannotBeReadIsSetAsideAndItsNeighboursAreNot() {
    UUID campaign = UUID.randomUUID();
    SubmissionReceived before = Given.tiktok(campaign);
    SubmissionReceived after = Given.tiktok(campaign);
    List.of(before, after).forEach(submission -> show(submission, 1));
    String type = EventType.SUBMISSION_RECEIVED.ceType();
    int dead = wire.all(DEAD).size();

    wire.send(before);
    wire.send(Topic.SUBMISSIONS, campaign.toString(), type, "a", "{\"half\":");
    wire.send(Topic.SUBMISSIONS, campaign.toString(), type, "b", "{}");
    wire.send(Topic.SUBMISSIONS, campaign.toString(), type, "c", nul(Given.tiktok(campaign)));
    wire.send(Topic.SUBMISSIONS, campaign.toString(), "io.clipmeter.unheard-of.v1", "d", "{}");
    wire.send(after);

    awaitStatus(before, "BASELINED");
    awaitStatus(after, "BASELINED");
    eventually(() -> assertThat(wire.all(DEAD)).hasSize(dead + 3));
  }

  /** PostgreSQL has no text with a NUL in it. */
  private static String nul(SubmissionReceived like) {
    return new JsonMapper().writeValueAsString(like).replace(like.clipperId(), "clipper\\u0000");
  }

  private void awaitStatus(SubmissionReceived submission, String status) {
    eventually(() -> assertThat(status(submission)).isEqualTo(status));
  }

  private void awaitTries(SubmissionReceived submission, int tries) {
    eventually(
        () -> {
          assertThat(tries(submission)).isEqualTo(tries);
          assertThat(
                  text(
                      "SELECT (baseline_lease IS NULL)::text FROM clip WHERE id = :id",
                      submission.submissionId()))
              .isEqualTo("true");
        });
  }

  private long tries(SubmissionReceived submission) {
    return number("SELECT baseline_tries FROM clip WHERE id = :id", submission.submissionId());
  }

  private long baseline(SubmissionReceived submission) {
    return number("SELECT baseline_views FROM clip WHERE id = :id", submission.submissionId());
  }

  private String status(SubmissionReceived submission) {
    return text("SELECT status FROM clip WHERE id = :id", submission.submissionId());
  }
}
