package io.clipmeter.tracking.manual;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualIT extends Stage {
  private static final String ENTRIES = "/api/admin/tracking/manual-readings";
  private static final String SECOND = "admin-2";

  @Test
  void whatAnAdminSawIsReadInTheNextRoundWhereNobodyElseAnswers() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.outage(true);
    clock.advance(Duration.ofHours(1));
    var seenAt = clock.instant();
    Answer entered = enter(clip.submissionId(), 900);
    assertThat(entered.status()).isEqualTo(201);
    assertThat(entered.json().path("state").asString()).isEqualTo("CONFIRMED");
    assertThat(observed(campaign)).isEmpty();

    clock.advance(Duration.ofHours(1));
    round(campaign);

    eventually(
        () ->
            assertThat(observed(campaign))
                .extracting(ViewsObserved::views, ViewsObserved::source, ViewsObserved::observedAt)
                .containsExactly(Tuple.tuple(900L, Source.MANUAL, seenAt)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'COMPLETED'",
        "status = 'ENDED'",
        "completed_at = now()",
        "ended_at = now()",
        "ends_at = '2020-01-01'"
      })
  void whereNoRoundWillComeAnEntryIsRefused(String over) {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    clock.advance(Duration.ofHours(1));
    String pending = enter(clip.submissionId(), 100_101).json().path("id").asString();
    set(campaign, "status = 'PAUSED', budget_left = false");
    assertThat(enter(clip.submissionId(), 901).status()).isEqualTo(201);

    set(campaign, over);

    assertThat(enter(clip.submissionId(), 902).problem()).isEqualTo("campaign-over");
    assertThat(post(pending + "/confirm", SECOND).problem()).isEqualTo("campaign-over");
    assertThat(
            service
                .send(
                    "POST",
                    ENTRIES + "/" + pending + "/reject",
                    TestTokens.admin(SECOND),
                    "{\"reason\":\"too late\"}")
                .status())
        .isEqualTo(200);
  }

  private void set(CampaignChanged campaign, String columns) {
    jdbc.sql("UPDATE campaign SET " + columns + " WHERE id = :id")
        .param("id", campaign.campaignId())
        .update();
  }

  @Test
  void aProviderThatAnswersIsBelievedFirst() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    clock.advance(Duration.ofHours(1));
    enter(clip.submissionId(), 900);
    show(clip, 500);
    clock.advance(Duration.ofMinutes(1));

    round(campaign);
    assertThat(observed(campaign)).extracting(ViewsObserved::views).containsExactly(500L);

    platforms.outage(true);
    clock.advance(Duration.ofHours(4));
    round(campaign);
    assertThat(observed(campaign)).hasSize(1);
  }

  @Test
  void muchGrowthCountsOnlyWhenAnotherAdminHasSeenIt() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.outage(true);
    clock.advance(Duration.ofHours(1));
    Answer entered = enter(clip.submissionId(), 100_101);
    String id = entered.json().path("id").asString();
    assertThat(entered.json().path("state").asString()).isEqualTo("PENDING");
    round(campaign);
    assertThat(observed(campaign)).isEmpty();

    assertThat(post(id + "/confirm", "admin-1").problem()).isEqualTo("second-admin-required");
    assertThat(post(id + "/confirm", SECOND).json().path("decidedBy").asString()).isEqualTo(SECOND);
    assertThat(post(id + "/confirm", SECOND).problem()).isEqualTo("manual-reading-decided");
    clock.advance(Duration.ofHours(4));
    round(campaign);

    assertThat(observed(campaign)).extracting(ViewsObserved::views).containsExactly(100_101L);
    assertThatThrownBy(() -> jdbc.sql("UPDATE manual_reading SET decided_by = entered_by").update())
        .hasMessageContaining("who_enters_does_not_confirm");
  }

  @Test
  void aRejectedEntryIsNeverRead() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.outage(true);
    clock.advance(Duration.ofHours(1));
    String id = enter(clip.submissionId(), 200_000).json().path("id").asString();

    Answer rejected =
        service.send(
            "POST",
            ENTRIES + "/" + id + "/reject",
            TestTokens.admin(SECOND),
            "{\"reason\":\"another video\"}");

    assertThat(rejected.json().path("state").asString()).isEqualTo("REJECTED");
    round(campaign);
    assertThat(observed(campaign)).isEmpty();
    assertThat(
            service
                .get(ENTRIES + "?state=REJECTED&clipId=" + clip.submissionId())
                .json()
                .path("items")
                .size())
        .isOne();
    assertThat(service.get(ENTRIES + "?state=PENDING").json().path("items").size()).isZero();
  }

  @ParameterizedTest(name = "being read by another instance: {0}")
  @ValueSource(booleans = {false, true})
  void aBaselineCanBeEnteredByTwoWhereNobodyCanReadItAndIsReadAtOnce(boolean held) {
    CampaignChanged campaign = Given.campaign();
    platforms.outage(true);
    SubmissionReceived submission = Given.tiktok(campaign.campaignId());
    wire.send(submission);
    eventually(
        () ->
            assertThat(
                    number(
                        "SELECT count(*) FROM clip WHERE id = :id AND baseline_tries > 0"
                            + " AND baseline_lease IS NULL",
                        submission.submissionId()))
                .isOne());
    String id = enter(submission.submissionId(), 40).json().path("id").asString();
    if (held) {
      jdbc.sql("UPDATE clip SET baseline_lease = now() + interval '100 years' WHERE id = :id")
          .param("id", submission.submissionId())
          .update();
    }

    assertThat(post(id + "/confirm", SECOND).status()).isEqualTo(200);

    eventually(
        () ->
            assertThat(
                    number(
                        "SELECT count(*) FROM clip WHERE id = :id AND baseline_views = 40",
                        submission.submissionId()))
                .isOne());
  }

  @Test
  void anEntryIsJudgedForEveryClipOfItsVideo() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 950_000);
    round(campaign);
    CampaignChanged other = Given.campaign();
    wire.send(other);
    SubmissionReceived behind =
        Given.submission(other.campaignId(), clip.platform(), clip.videoId(), clip.canonicalUrl());
    wire.send(Given.approval(behind, 900));
    eventually(
        () ->
            assertThat(number("SELECT count(*) FROM clip WHERE id = :id", behind.submissionId()))
                .isOne());
    platforms.outage(true);
    clock.advance(Duration.ofHours(1));

    Answer entered = enter(clip.submissionId(), 1_000_000);

    assertThat(entered.json().path("state").asString()).isEqualTo("PENDING");
  }

  @Test
  void whatOneAdminEnteredForAClipIsNoBaselineOfAnother() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 950_000);
    round(campaign);
    platforms.outage(true);
    clock.advance(Duration.ofHours(1));
    Answer entered = enter(clip.submissionId(), 990_000);
    assertThat(entered.json().path("state").asString()).isEqualTo("CONFIRMED");
    SubmissionReceived later =
        Given.submission(UUID.randomUUID(), clip.platform(), clip.videoId(), clip.canonicalUrl());
    wire.send(later);

    eventually(
        () ->
            assertThat(
                    number(
                        "SELECT count(*) FROM clip WHERE id = :id AND baseline_tries > 0"
                            + " AND baseline_lease IS NULL",
                        later.submissionId()))
                .isOne());

    assertThat(text("SELECT status FROM clip WHERE id = :id", later.submissionId()))
        .isEqualTo("BASELINE_PENDING");
  }

  @Test
  void whatCannotBeIsRefused() {
    SubmissionReceived clip = tracked(Given.campaign(), 1).getFirst();
    String future = "{\"views\":1,\"measuredAt\":\"2999-01-01T00:00:00Z\",\"evidence\":\"a note\"}";

    assertThat(
            service
                .post(
                    "/api/admin/tracking/clips/" + clip.submissionId() + "/manual-readings", future)
                .problem())
        .isEqualTo("implausible-measurement");
    assertThat(enter(UUID.randomUUID(), 1).problem()).isEqualTo("clip-not-found");
    assertThat(post(UUID.randomUUID() + "/confirm", SECOND).problem())
        .isEqualTo("manual-reading-not-found");
    assertThat(service.send("GET", ENTRIES, TestTokens.clipper("c"), null).status()).isEqualTo(403);
  }

  private Answer enter(UUID clip, long views) {
    return service.post(
        "/api/admin/tracking/clips/" + clip + "/manual-readings",
        "{\"views\":" + views + ",\"evidence\":\"https://screens.example/1.png\"}");
  }

  private Answer post(String path, String admin) {
    return service.send("POST", ENTRIES + "/" + path, TestTokens.admin(admin), null);
  }

  private void round(CampaignChanged campaign) {
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }

  private List<ViewsObserved> observed(CampaignChanged campaign) {
    return wire.events(Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsObserved.class);
  }
}
