package io.clipmeter.tracking;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.tracking.source.apify.ApifyItems;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published about videos, and when. */
class VideoNewsIT extends ApifyStage {
  @Autowired private JdbcClient jdbc;

  @Test
  void metadataIsKeptAndPublishedOnceUntilItChanges() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived submission = Given.tiktok(campaign.campaignId());
    wire.send(campaign);
    show(submission, 700);
    wire.send(submission);
    awaitBaseline(submission, 700);
    wire.send(Given.approval(submission, 700));
    awaitRound(campaign.campaignId(), 1);
    awaitClosed(campaign.campaignId(), 1);
    awaitRound(campaign.campaignId(), 1);
    awaitClosed(campaign.campaignId(), 2);

    List<VideoObserved> observed = observed(submission);

    assertThat(observed).hasSize(1);
    VideoObserved video = observed.getFirst();
    assertThat(video.author())
        .isEqualTo(
            new VideoObserved.Author(
                "6776371925083915000", "someone", "Some One", "https://cdn.example/a.jpg"));
    assertThat(video.caption()).isEqualTo("A caption #summer");
    assertThat(video.hashtags()).containsExactly("summer");
    assertThat(video.mentions()).containsExactly("brand");
    assertThat(video.durationSeconds()).isEqualTo(73);
    assertThat(video.postedAt()).isEqualTo("2026-01-07T15:26:46Z");
    assertThat(video.saves()).isEqualTo(5);
  }

  @Test
  void aSecondSubmissionOfAVideoRepeatsTheUndecidedBaselines() {
    SubmissionReceived first = Given.tiktok(UUID.randomUUID());
    show(first, 1_000);
    wire.send(first);
    awaitBaseline(first, 1_000);
    SubmissionReceived second =
        Given.submission(
            UUID.randomUUID(), first.platform(), first.videoId(), first.canonicalUrl());
    show(first, 3_000);

    wire.send(second);
    awaitBaseline(second, 3_000);
    VideoObserved both = observed(first).getLast();
    wire.send(
        new SubmissionRejected(
            first.submissionId(),
            first.campaignId(),
            "clipper-1",
            first.platform(),
            first.videoId(),
            "not ours",
            "admin-1",
            Given.NOW));
    SubmissionReceived third =
        Given.submission(
            first.campaignId(), first.platform(), first.videoId(), first.canonicalUrl());
    wire.send(third);
    awaitBaseline(third, 3_000);

    assertThat(both.baselines())
        .extracting(VideoObserved.Baseline::views)
        .containsExactlyInAnyOrder(1_000L, 3_000L);
    assertThat(observed(first).getLast().baselines())
        .extracting(VideoObserved.Baseline::submissionId)
        .containsExactlyInAnyOrder(second.submissionId(), third.submissionId());
  }

  @Test
  void aVideoThatIsNotThereIsSaidToBeUnavailableOnceAndTriedAgainWhereAnAdminWantsIt() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    APIFY.item(ref(submission), ApifyItems.notFound(ref(submission)));
    wire.send(submission);
    eventually(() -> assertThat(isSaidToBeGone(submission)).isTrue());
    anotherIsShown();
    eventually(
        () -> {
          tryAgainNow(submission);
          assertThat(unavailable(submission)).hasSize(1);
        });

    show(submission, 99);
    eventually(
        () ->
            assertThat(
                    service
                        .post(
                            "/api/view-tracking/clips/"
                                + submission.submissionId()
                                + "/track-again",
                            "{\"reason\":\"it is there\"}")
                        .status())
                .isEqualTo(204));

    awaitBaseline(submission, 99);
    assertThat(unavailable(submission))
        .extracting(VideoUnavailable::reason)
        .containsExactly(UnavailableReason.NOT_FOUND);
  }

  private boolean isSaidToBeGone(SubmissionReceived submission) {
    return jdbc.sql("SELECT count(*) FROM clip WHERE id = :id AND baseline_gone_at IS NOT NULL")
            .param("id", submission.submissionId())
            .query(Long.class)
            .single()
        > 0;
  }

  private void tryAgainNow(SubmissionReceived submission) {
    jdbc.sql("UPDATE clip SET baseline_due_at = now() WHERE id = :id AND baseline_due_at > now()")
        .param("id", submission.submissionId())
        .update();
  }

  private void anotherIsShown() {
    SubmissionReceived other = Given.tiktok(UUID.randomUUID());
    show(other, 1_000);
    wire.send(other);
    awaitBaseline(other, 1_000);
  }
}
