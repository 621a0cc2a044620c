package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakenOutIT extends Stage {
  private static final String WHY = "{\"reason\":\"it was hidden for a day\"}";

  @Test
  void aVideoThatCameBackIsTrackedAgainAndItsGrowthCounts() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 2).getFirst();
    platforms.remove(key(clip));
    round(campaign);
    clock.advance(Duration.ofHours(24));
    round(campaign);
    assertThat(status(clip)).isEqualTo("GONE");

    Answer answer = trackAgain(clip.submissionId(), WHY);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(
            text(
                "SELECT details ->> 'reason' FROM audit_entry WHERE action = 'clip-track-again'"
                    + " AND details ->> 'clipId' = :id::text",
                clip.submissionId()))
        .isEqualTo("it was hidden for a day");
    show(clip, 700);
    round(campaign);
    awaitViews(clip, 700L);
    platforms.remove(key(clip));
    round(campaign);
    assertThat(status(clip)).isEqualTo("TRACKED");
    assertThat(trackAgain(clip.submissionId(), WHY).problem()).isEqualTo("clip-not-gone");
  }

  @Test
  void aClipOfACampaignThatIsOverDoesNotComeBack() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 2).getFirst();
    platforms.remove(key(clip));
    round(campaign);
    clock.advance(Duration.ofHours(24));
    round(campaign);
    jdbc.sql("UPDATE campaign SET completed_at = now()").update();

    assertThat(trackAgain(clip.submissionId(), WHY).problem()).isEqualTo("campaign-over");

    assertThat(status(clip)).isEqualTo("GONE");
  }

  @Test
  void aSubmissionWhoseVideoNobodyFindsEndsAfterADayAndCanBeTakenUpAgain() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    platforms.remove(key(submission));
    wire.send(submission);
    awaitTries(submission, 1);
    clock.advance(Duration.ofHours(23));
    awaitTries(submission, 2);
    assertThat(status(submission)).isEqualTo("BASELINE_PENDING");
    SubmissionReceived shown = Given.tiktok(UUID.randomUUID());
    show(shown, 70);
    wire.send(shown);
    eventually(() -> assertThat(status(shown)).isEqualTo("BASELINED"));
    clock.advance(Duration.ofHours(2));
    eventually(() -> assertThat(status(submission)).isEqualTo("GONE"));
    long asked = platforms.asked(key(submission));
    clock.advance(Duration.ofDays(9));
    show(submission, 70);

    assertThat(trackAgain(submission.submissionId(), WHY).status()).isEqualTo(204);

    eventually(() -> assertThat(status(submission)).isEqualTo("BASELINED"));
    assertThat(platforms.asked(key(submission))).isEqualTo(asked + 1);
  }

  @Test
  void whatASubmissionDoesNotFindIsNotToldOfAVideoThatIsTracked() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 2).getFirst();
    round(campaign);
    platforms.remove(key(clip));
    SubmissionReceived again =
        Given.submission(UUID.randomUUID(), clip.platform(), clip.videoId(), clip.canonicalUrl());

    wire.send(again);

    awaitTries(again, 1);
    assertThat(
            jdbc.sql("SELECT count(*) FROM video WHERE video_id = :id AND unavailable IS NULL")
                .param("id", clip.videoId())
                .query(Long.class)
                .single())
        .isOne();
  }

  private void awaitTries(SubmissionReceived submission, int tries) {
    eventually(
        () ->
            assertThat(
                    number(
                        "SELECT count(*) FROM clip WHERE id = :id AND baseline_lease IS NULL"
                            + " AND baseline_tries = "
                            + tries,
                        submission.submissionId()))
                .isOne());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"no\"}",
        "{\"reason\":\"    \"}",
        "{\"reason\":\"a\\u0000b c\"}",
        "{\"reason\":\"a \\ud83d b\"}",
        "[]"
      })
  void withoutAReasonItIsRefused(String body) {
    assertThat(trackAgain(UUID.randomUUID(), body).status()).isEqualTo(400);
  }

  @Test
  void onlyAdminsMayAndOnlyForClipsThatThereAre() {
    assertThat(trackAgain(UUID.randomUUID(), WHY).problem()).isEqualTo("clip-not-found");
    assertThat(
            service
                .send("POST", path(UUID.randomUUID()), TestTokens.clipper("clipper-1"), WHY)
                .status())
        .isEqualTo(403);
  }

  private Answer trackAgain(UUID clip, String body) {
    return service.post(path(clip), body);
  }

  private static String path(UUID clip) {
    return "/api/view-tracking/clips/" + clip + "/track-again";
  }

  private void round(CampaignChanged campaign) {
    clock.advance(Duration.ofSeconds(1));
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }

  private String status(SubmissionReceived clip) {
    return text("SELECT status FROM clip WHERE id = :id", clip.submissionId());
  }
}
