package io.clipmeter.submission.review;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Concurrently;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ReviewIT {
  private static final String ALL = "/api/admin/submissions/";
  private static final AtomicLong NEXT_VIDEO = new AtomicLong(7_410_000_000_000_000_000L);

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;

  @Test
  void approvalKeepsTheBaselineAndTellsOthers() {
    UUID campaign = service.activeCampaign();
    UUID id = withBaseline(campaign, 123);
    Answer approved = service.admin("bob").post(ALL + id + "/approve", "").is(200);
    assertThat(approved.text("status")).isEqualTo("APPROVED");
    assertThat(approved.text("initialViews")).isEqualTo("123");
    assertThat(approved.text("decidedBy")).isEqualTo("bob");
    assertThat(approved.text("clipperId")).isEqualTo("cleo");
    assertThat(service.admin().get(ALL + id).body()).isEqualTo(approved.body());
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(SubmissionApproved.class, campaign.toString()))
                    .hasSize(1));
    SubmissionApproved told =
        records.heard(SubmissionApproved.class, campaign.toString()).getFirst();
    assertThat(told.initialViews()).isEqualTo(123);
    assertThat(told.baselineAt()).isEqualTo(NOON);
    assertThat(told.canonicalUrl()).isEqualTo(approved.text("canonicalUrl"));
    assertThat(audited(id)).containsExactly("bob SUBMISSION_APPROVED -");
  }

  @Test
  void anAdminSeesAllOfASubmission() {
    UUID id = pending(service.activeCampaign(), nextVideo());
    Answer seen = service.admin().get(ALL + id).is(200);
    assertThat(seen.body().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "campaignId",
            "clipperId",
            "platform",
            "videoId",
            "url",
            "canonicalUrl",
            "status",
            "initialViews",
            "baselineAt",
            "currentViews",
            "viewsAt",
            "unavailableReason",
            "unavailableAt",
            "earnings",
            "author",
            "sponsored",
            "finalEarnings",
            "createdAt",
            "decidedBy",
            "decidedAt",
            "rejectionReason");
    assertThat(seen.text("decidedBy")).isEqualTo("null");
  }

  @Test
  void rejectionNeedsAReasonAndNoBaseline() {
    UUID campaign = service.activeCampaign();
    UUID id = pending(campaign, nextVideo());
    service.admin().post(ALL + id + "/reject", "").isProblem(400, "unreadable-body");
    service.admin().post(ALL + id + "/reject", "{}").isProblem(400, "invalid-request");
    String blank = "{\"reason\": \"  \"}";
    service.admin().post(ALL + id + "/reject", blank).isProblem(400, "invalid-request");
    String reason = "{\"reason\": \"not our brand\"}";
    Answer rejected = service.admin().post(ALL + id + "/reject", reason).is(200);
    assertThat(rejected.text("rejectionReason")).isEqualTo("not our brand");
    assertThat(service.clipper("cleo").get("/api/clippers/submissions/" + id).text("status"))
        .isEqualTo("REJECTED");
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(SubmissionRejected.class, campaign.toString()))
                    .extracting(SubmissionRejected::reason)
                    .containsExactly("not our brand"));
    assertThat(audited(id)).containsExactly("ada SUBMISSION_REJECTED not our brand");
  }

  @Test
  void whatIsDecidedStaysDecided() {
    UUID id = withBaseline(service.activeCampaign(), 0);
    service.admin().post(ALL + id + "/approve", "").is(200);
    service.admin().post(ALL + id + "/approve", "").isProblem(409, "submission-not-pending");
    String reason = "{\"reason\": \"late\"}";
    service.admin().post(ALL + id + "/reject", reason).isProblem(409, "submission-not-pending");
    service
        .clipper("cleo")
        .post("/api/clippers/submissions/" + id + "/withdraw", "")
        .isProblem(409, "submission-not-pending");
    UUID nothing = UUID.randomUUID();
    service.admin().post(ALL + nothing + "/approve", "").isProblem(404, "submission-not-found");
    service.admin().post(ALL + nothing + "/reject", reason).isProblem(404, "submission-not-found");
    service.admin().get(ALL + nothing).isProblem(404, "submission-not-found");
  }

  @Test
  void aPausedCampaignTakesApprovalsAndOneThatIsOverDoesNot() {
    UUID campaign = service.activeCampaign();
    UUID first = withBaseline(campaign, 1);
    UUID second = withBaseline(campaign, 2);
    service.admin().post("/api/admin/campaigns/" + campaign + "/pause", "").is(200);
    service.admin().post(ALL + first + "/approve", "").is(200);
    records.say(Said.completed(campaign, CompletionReason.ENDED_BY_TIME));
    String path = "/api/admin/campaigns/" + campaign;
    await().until(() -> service.admin().get(path).text("status").equals("ENDED"));
    service.admin().post(ALL + second + "/approve", "").isProblem(409, "campaign-over");
  }

  @Test
  void ofAdminsAtOnceExactlyOneDecides() {
    for (int round = 0; round < 5; round++) {
      UUID campaign = service.activeCampaign();
      UUID id = withBaseline(campaign, round);
      String reason = "{\"reason\": \"no\"}";
      List<Answer> answers =
          Concurrently.times(
              8,
              n ->
                  n % 2 == 0
                      ? service.admin("a" + n).post(ALL + id + "/approve", "")
                      : service.admin("a" + n).post(ALL + id + "/reject", reason));
      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .allSatisfy(answer -> answer.isProblem(409, "submission-not-pending"));
      assertThat(audited(id)).hasSize(1);
    }
  }

  @Test
  void adminsListByStatusAndCampaign() {
    UUID campaign = service.activeCampaign();
    UUID first = pending(campaign, nextVideo());
    UUID second = pending(campaign, nextVideo());
    service.admin().post(ALL + first + "/reject", "{\"reason\": \"no\"}").is(200);
    String list = "/api/admin/submissions?campaignId=" + campaign;
    assertThat(items(list)).containsExactly(second.toString(), first.toString());
    assertThat(items(list + "&status=PENDING")).containsExactly(second.toString());
    assertThat(items(list + "&status=REJECTED")).containsExactly(first.toString());
    assertThat(items("/api/admin/submissions?status=REJECTED&pageSize=100"))
        .contains(first.toString())
        .doesNotContain(second.toString());
  }

  private UUID withBaseline(UUID campaign, long views) {
    String video = nextVideo();
    UUID id = pending(campaign, video);
    records.say(Said.observed(video, views, NOON, Said.baseline(id, views)));
    await().until(() -> !service.admin().get(ALL + id).text("initialViews").equals("null"));
    return id;
  }

  private UUID pending(UUID campaign, String video) {
    return service
        .submit("cleo", campaign, "https://www.tiktok.com/@cleo/video/" + video)
        .is(201)
        .id();
  }

  private static String nextVideo() {
    return String.valueOf(NEXT_VIDEO.incrementAndGet());
  }

  private List<String> items(String path) {
    return service
        .admin()
        .get(path)
        .is(200)
        .body()
        .get("items")
        .valueStream()
        .map(item -> item.get("id").asString())
        .toList();
  }

  private List<String> audited(UUID subject) {
    return sql.sql(
            """
            SELECT concat_ws(' ', actor, action, coalesce(reason, '-')) FROM audit_log
            WHERE subject_id = :id ORDER BY id
            """)
        .param("id", subject)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
