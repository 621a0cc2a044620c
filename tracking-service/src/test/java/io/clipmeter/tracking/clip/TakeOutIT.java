package io.clipmeter.tracking.clip;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin says that a video is gone. */
class TakeOutIT extends Stage {
  private static final String SEEN = "{\"evidence\":\"its page says that it was removed\"}";
  private static final String WHY = "{\"reason\":\"it was hidden for a day\"}";

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

  @Test
  void anAdminTakesOutWhatNothingProvesAndItComesBackAsFromAProvider() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 500);
    round(campaign);
    awaitViews(clip, 500L);
    platforms.remove(key(clip));
    clock.advance(Duration.ofDays(4));
    round(campaign);
    assertThat(status(clip)).isEqualTo("TRACKED");

    assertThat(gone(clip.submissionId(), SEEN).status()).isEqualTo(204);
    assertThat(gone(clip.submissionId(), SEEN).status()).isEqualTo(204);

    assertThat(status(clip)).isEqualTo("GONE");
    assertThat(
            jdbc.sql(
                    "SELECT details ->> 'evidence' FROM audit_entry WHERE action = 'clip-gone'"
                        + " AND details ->> 'clipId' = :id::text")
                .param("id", clip.submissionId())
                .query(String.class)
                .list())
        .containsExactly("its page says that it was removed");
    eventually(
        () ->
            assertThat(
                    wire.events(Topic.VIDEOS, "TIKTOK:" + clip.videoId(), VideoUnavailable.class))
                .extracting(VideoUnavailable::source)
                .containsExactly(Source.MANUAL));
    long asked = platforms.asked(key(clip));
    round(campaign);
    assertThat(platforms.asked(key(clip))).isEqualTo(asked);

    assertThat(trackAgain(clip.submissionId()).status()).isEqualTo(204);
    show(clip, 700);
    round(campaign);
    awaitViews(clip, 500L, 700L);
    assertThat(status(clip)).isEqualTo("TRACKED");
  }

  @Test
  void whatWasShownLatelyOrIsNotTrackedIsNotTakenOut() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 500);
    round(campaign);
    awaitViews(clip, 500L);
    platforms.remove(key(clip));
    clock.advance(Duration.ofHours(24).minusSeconds(60));
    Answer refused = gone(clip.submissionId(), SEEN);
    assertThat(refused.problem()).isEqualTo("clip-shown-lately");
    assertThat(refused.json().path("title").asString()).contains("shown");
    assertThat(refused.json().path("detail").asString()).contains("shown").doesNotContain("read");
    clock.advance(Duration.ofSeconds(60));
    assertThat(gone(clip.submissionId(), SEEN).status()).isEqualTo(204);

    SubmissionReceived pending = Given.tiktok(UUID.randomUUID());
    platforms.remove(key(pending));
    wire.send(pending);
    awaitTries(pending, 1);
    assertThat(gone(pending.submissionId(), SEEN).problem()).isEqualTo("clip-not-tracked");
    assertThat(gone(UUID.randomUUID(), SEEN).problem()).isEqualTo("clip-not-found");
    assertThat(
            service
                .send("POST", gonePath(UUID.randomUUID()), TestTokens.clipper("clipper-1"), SEEN)
                .status())
        .isEqualTo(403);
  }

  @Test
  void whatAnotherCampaignWasShownLatelyIsNotTakenOut() {
    CampaignChanged campaign = Given.campaign();
    CampaignChanged other = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    SubmissionReceived same = tracked(other, 1, id -> sameVideo(id, clip)).getFirst();
    show(clip, 500);
    round(campaign);
    awaitViews(clip, 500L);
    clock.advance(Duration.ofHours(25));
    round(other);
    awaitViews(same, 500L);
    platforms.remove(key(clip));

    assertThat(gone(clip.submissionId(), SEEN).problem()).isEqualTo("clip-shown-lately");

    assertThat(status(clip)).isEqualTo("TRACKED");
    clock.advance(Duration.ofHours(24));
    assertThat(gone(clip.submissionId(), SEEN).status()).isEqualTo(204);
  }

  static Stream<Reading> shownWithoutACountThatCounts() {
    return Stream.of(
        new Reading.Ok(Counts.ofViews(0), VideoFacts.NONE),
        new Reading.Ok(Counts.ofViews(900_000_000), VideoFacts.NONE),
        Reading.uncounted("others show it"));
  }

  @ParameterizedTest
  @MethodSource("shownWithoutACountThatCounts")
  void whatIsShownIsNotTakenOutWhateverItsCountIsWorth(Reading shown) {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 500);
    round(campaign);
    awaitViews(clip, 500L);
    platforms.tell(key(clip), shown);
    clock.advance(Duration.ofHours(25));
    round(campaign);

    assertThat(gone(clip.submissionId(), SEEN).problem()).isEqualTo("clip-shown-lately");

    platforms.remove(key(clip));
    clock.advance(Duration.ofHours(24));
    assertThat(gone(clip.submissionId(), SEEN).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @MethodSource("shownWithoutACountThatCounts")
  void whatIsShownForASubmissionIsNotTakenOutOfAnotherCampaign(Reading shown) {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 500);
    round(campaign);
    awaitViews(clip, 500L);
    platforms.tell(key(clip), shown);
    clock.advance(Duration.ofHours(25));
    SubmissionReceived pending = sameVideo(UUID.randomUUID(), clip);
    wire.send(pending);
    awaitTries(pending, 1);

    assertThat(gone(clip.submissionId(), SEEN).problem()).isEqualTo("clip-shown-lately");
  }

  private static SubmissionReceived sameVideo(UUID campaign, SubmissionReceived clip) {
    return Given.submission(campaign, clip.platform(), clip.videoId(), clip.canonicalUrl());
  }

  @Test
  void aClipThatCameByItsApprovalAloneCanBeTakenOut() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.remove(key(clip));
    assertThat(text("SELECT last_read_at::text FROM clip WHERE id = :id", clip.submissionId()))
        .isEmpty();
    clock.set(Given.NOW.plus(Duration.ofHours(24)).minusMillis(1));
    assertThat(gone(clip.submissionId(), SEEN).problem()).isEqualTo("clip-shown-lately");
    clock.advance(Duration.ofMillis(1));

    assertThat(gone(clip.submissionId(), SEEN).status()).isEqualTo(204);

    assertThat(status(clip)).isEqualTo("GONE");
  }

  @Test
  void aClipOfACampaignThatIsOverIsNotTakenOut() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.remove(key(clip));
    clock.advance(Duration.ofDays(4));
    jdbc.sql("UPDATE campaign SET completed_at = now()").update();

    assertThat(gone(clip.submissionId(), SEEN).problem()).isEqualTo("campaign-over");

    assertThat(status(clip)).isEqualTo("TRACKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"evidence\":\"no\"}", "{\"evidence\":\"    \"}", "[]"})
  void withoutEvidenceNothingIsTakenOut(String body) {
    assertThat(gone(UUID.randomUUID(), body).status()).isEqualTo(400);
  }

  private Answer gone(UUID clip, String body) {
    return service.post(gonePath(clip), body);
  }

  private static String gonePath(UUID clip) {
    return "/api/view-tracking/clips/" + clip + "/gone";
  }

  private Answer trackAgain(UUID clip) {
    return service.post("/api/view-tracking/clips/" + clip + "/track-again", WHY);
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
