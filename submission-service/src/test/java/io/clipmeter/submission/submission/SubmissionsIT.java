package io.clipmeter.submission.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionWithdrawn;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Concurrently;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class SubmissionsIT {
  private static final String MINE = "/api/clippers/submissions";

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;

  @Test
  void aVideoIsReceivedAtOnce() {
    UUID campaign = service.activeCampaign();
    String url = "http://m.youtube.com/shorts/receivedAAA?si=1";
    Answer received = service.submit("cleo", campaign, "  <" + url + ">\n").is(201);
    assertThat(received.headers().firstValue("location")).contains(MINE + "/" + received.id());
    assertThat(received.body().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "campaignId",
            "platform",
            "videoId",
            "url",
            "canonicalUrl",
            "status",
            "initialViews",
            "baselineAt",
            "currentViews",
            "viewsAt",
            "earnings",
            "finalEarnings",
            "rejectionReason",
            "author",
            "createdAt",
            "decidedAt");
    assertThat(received.text("campaignId")).isEqualTo(campaign.toString());
    assertThat(received.text("platform")).isEqualTo("YOUTUBE");
    assertThat(received.text("videoId")).isEqualTo("receivedAAA");
    assertThat(received.text("url")).isEqualTo(url);
    assertThat(received.text("canonicalUrl"))
        .isEqualTo("https://www.youtube.com/watch?v=receivedAAA");
    assertThat(received.text("status")).isEqualTo("PENDING");
    assertThat(received.text("initialViews")).isEqualTo("null");
    assertThat(received.text("currentViews")).isEqualTo("null");
    assertThat(received.text("earnings")).isEqualTo("{\"amount\":\"0.00\",\"currency\":\"USD\"}");
    assertThat(received.text("finalEarnings")).isEqualTo("null");
    assertThat(service.clipper("cleo").get(MINE + "/" + received.id()).is(200).body())
        .isEqualTo(received.body());
  }

  @Test
  void othersHearOfASubmission() {
    UUID campaign = service.activeCampaign();
    Answer received = service.submit("cleo", campaign, "https://youtu.be/heardOfAAAA").is(201);
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(SubmissionReceived.class, campaign.toString()))
                    .extracting(SubmissionReceived::submissionId, SubmissionReceived::clipperId)
                    .containsExactly(tuple(received.id(), "cleo")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.tiktok.com/@cleo, profile-url",
    "https://www.youtube.com/playlist?list=PLsomething, not-a-video",
    "https://www.tiktok.com/@cleo/photo/7400000000000000011, not-a-video",
    "https://example.com/watch?v=abCD-fgh_jk, unsupported-host",
    "ftp://www.youtube.com/watch?v=abCD-fgh_jk, malformed-url",
    "'', malformed-url",
  })
  void aUrlThatIsNoVideoIsRefusedWithTheReason(String url, String slug) {
    service.submit("cleo", service.activeCampaign(), url).isProblem(422, slug);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.douyin.com/video/7400000000000000011, unsupported-host, TIKTOK",
    "instagram://media?id=3000000000000000001, malformed-url, INSTAGRAM",
    "https://example.com/watch?v=abCD-fgh_jk, unsupported-host, ''",
  })
  void aRefusalNamesThePlatformThatWasMeant(String url, String slug, String platform) {
    Answer answer = service.submit("cleo", service.activeCampaign(), url).isProblem(422, slug);

    assertThat(answer.body().path("platform").asString("")).isEqualTo(platform);
  }

  @Test
  void aUrlThatIsTooLongIsRefused() {
    String url = "https://www.youtube.com/watch?v=abCD-fgh_jk&x=" + "y".repeat(2_048);
    service.submit("cleo", service.activeCampaign(), url).isProblem(422, "url-too-long");
  }

  @Test
  void aClipperHasOnlySoManySubmissionsWaiting() {
    UUID campaign = service.activeCampaign();
    Answer first = service.submit("busy", campaign, "https://youtu.be/busyAAAAAAA").is(201);
    sql.sql(
            """
            INSERT INTO submission (id, campaign_id, clipper_id, platform, video_id, url, canonical_url, exclusive,
                                    status, created_at)
            SELECT gen_random_uuid(), campaign_id, clipper_id, platform, 'busy' || n, url, canonical_url, exclusive,
                   status, created_at
            FROM submission, generate_series(1, 199) AS n WHERE id = :id
            """)
        .param("id", first.id())
        .update();
    String next = "https://youtu.be/busyBBBBBBB";

    service.submit("busy", campaign, next).isProblem(409, "too-many-open-submissions");
    service.submit("idle", campaign, "https://youtu.be/idleAAAAAAA").is(201);
    service.clipper("busy").post(MINE + "/" + first.id() + "/withdraw", "").is(200);

    service.submit("busy", campaign, next).is(201);
  }

  @Test
  void aCampaignTakesOnlyItsPlatformsAndOnlyWhileActive() {
    String draft =
        """
        {"name": "One", "budget": {"amount": "10", "currency": "EUR"}, "cpm": "1",
         "platforms": ["TIKTOK"]}
        """;
    UUID campaign = service.admin().post("/api/admin/campaigns", draft).is(201).id();
    String video = "https://youtu.be/platformAAA";
    service.submit("cleo", campaign, video).isProblem(404, "campaign-not-found");
    service.admin().post("/api/admin/campaigns/" + campaign + "/publish", "").is(200);
    service.submit("cleo", campaign, video).isProblem(422, "platform-not-allowed");
    service.admin().post("/api/admin/campaigns/" + campaign + "/pause", "").is(200);
    service.submit("cleo", campaign, video).isProblem(409, "campaign-not-active");
    service.submit("cleo", UUID.randomUUID(), video).isProblem(404, "campaign-not-found");
  }

  @Test
  void anotherSpellingOfAVideoIsADuplicate() {
    UUID campaign = service.activeCampaign();
    Answer first =
        service.submit("cleo", campaign, "https://www.instagram.com/reel/CAspellaaaa/").is(201);
    Answer own =
        service.submit("cleo", campaign, "http://instagram.com/some.one/p/CAspellaaaa?x=1");
    assertThat(own.isProblem(409, "duplicate-video").text("submissionId"))
        .isEqualTo(first.id().toString());
    Answer others = service.submit("carl", campaign, "https://instagram.com/tv/CAspellaaaa");
    assertThat(others.isProblem(409, "duplicate-video").body().has("submissionId")).isFalse();
  }

  @Test
  void aVideoBelongsToOneCampaignUnlessTheOtherShares() {
    String video = "https://youtu.be/exclusiveAA";
    UUID first = service.activeCampaign();
    UUID second = service.activeCampaign();
    UUID sharing = service.activeCampaign(true);
    Answer received = service.submit("cleo", first, video).is(201);
    service.submit("carl", second, video).isProblem(409, "duplicate-video");
    service.submit("carl", sharing, video).is(201);
    service.clipper("cleo").post(MINE + "/" + received.id() + "/withdraw", "").is(200);
    service.submit("carl", second, video).isProblem(409, "duplicate-video");
  }

  @Test
  void ofEqualRequestsAtOnceExactlyOneIsReceived() {
    for (int round = 0; round < 5; round++) {
      UUID campaign = service.activeCampaign();
      String id = "onceOnly-" + round + "A";
      List<String> spellings =
          List.of(
              "https://youtu.be/" + id, "youtube.com/watch?v=" + id, "youtube.com/shorts/" + id);
      List<Answer> answers =
          Concurrently.times(
              9, n -> service.submit("c" + n % 2, campaign, spellings.get(n % spellings.size())));
      assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 201)
          .hasSize(8)
          .allSatisfy(answer -> answer.isProblem(409, "duplicate-video"));
      assertThat(items(service.admin().get("/api/admin/submissions?campaignId=" + campaign)))
          .hasSize(1);
    }
  }

  @Test
  void ofCampaignsAtOnceExactlyOneGetsTheVideo() {
    for (int round = 0; round < 5; round++) {
      List<UUID> campaigns = List.of(service.activeCampaign(), service.activeCampaign());
      String video = "https://youtu.be/eitherOr-" + round + "A";
      List<Answer> answers =
          Concurrently.times(8, n -> service.submit("cleo", campaigns.get(n % 2), video));
      assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }
  }

  @Test
  void aWithdrawnVideoMayComeAgain() {
    UUID campaign = service.activeCampaign();
    String video = "https://youtu.be/takeBackAAA";
    UUID id = service.submit("cleo", campaign, video).is(201).id();
    String withdraw = MINE + "/" + id + "/withdraw";
    assertThat(service.clipper("cleo").post(withdraw, "").is(200).text("status"))
        .isEqualTo("WITHDRAWN");
    service.clipper("cleo").post(withdraw, "").isProblem(409, "submission-not-pending");
    service.submit("carl", campaign, video).is(201);
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(SubmissionWithdrawn.class, campaign.toString()))
                    .extracting(SubmissionWithdrawn::submissionId)
                    .containsExactly(id));
  }

  @Test
  void aRejectedVideoStaysRejectedThereButMayGoElsewhere() {
    UUID campaign = service.activeCampaign();
    String video = "https://youtu.be/rejectedAAA";
    UUID id = service.submit("cleo", campaign, video).is(201).id();
    service
        .admin()
        .post("/api/admin/submissions/" + id + "/reject", "{\"reason\": \"no brand\"}")
        .is(200);
    service.submit("cleo", campaign, video).isProblem(409, "duplicate-video");
    service.submit("cleo", service.activeCampaign(), video).is(201);
  }

  @Test
  void aClipperSeesAndTouchesOnlyOwnSubmissions() {
    UUID campaign = service.activeCampaign();
    UUID hers = service.submit("cleo", campaign, "https://youtu.be/hersAAAAAAA").is(201).id();
    UUID his = service.submit("carl", campaign, "https://youtu.be/hisAAAAAAAA").is(201).id();
    var carl = service.clipper("carl");
    carl.get(MINE + "/" + hers).isProblem(404, "submission-not-found");
    carl.post(MINE + "/" + hers + "/withdraw", "").isProblem(404, "submission-not-found");
    assertThat(items(carl.get(MINE + "?campaignId=" + campaign))).containsExactly(his.toString());
    assertThat(items(carl.get(MINE + "?campaignId=" + campaign + "&status=WITHDRAWN"))).isEmpty();
    assertThat(items(service.clipper("cleo").get(MINE + "?status=PENDING&pageSize=100")))
        .contains(hers.toString())
        .doesNotContain(his.toString());
    assertThat(items(service.clipper("nobody").get(MINE))).isEmpty();
  }

  private static List<String> items(Answer page) {
    return page.is(200).body().get("items").valueStream().map(i -> i.get("id").asString()).toList();
  }
}
