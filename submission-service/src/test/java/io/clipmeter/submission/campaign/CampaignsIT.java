package io.clipmeter.submission.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Concurrently;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CampaignsIT {
  private static final String PATH = "/api/admin/campaigns";
  private static final String SHORTEST =
      """
      {"name": "Winter", "budget": {"amount": "1", "currency": "JPY"}, "cpm": "0.5",
       "platforms": ["YOUTUBE"]}
      """;
  private static final String LONGEST =
      """
      {"name": "Sommer \\uD83C\\uDF1E", "budget": {"amount": "100.00", "currency": "USD"},
       "cpm": "0.024891", "platforms": ["TIKTOK", "INSTAGRAM"],
       "clipCap": {"amount": "7.5", "currency": "USD"}, "trackingInterval": "PT1H",
       "endsAt": "2029-01-01T00:00:00Z", "sharedVideos": true}
      """;

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;

  @Test
  void aDraftHasItsTermsAndItsDefaults() {
    Answer drafted = service.admin().post(PATH, SHORTEST).is(201);
    String location = drafted.headers().firstValue("location").orElse("");
    assertThat(location).isEqualTo(PATH + "/" + drafted.id());
    assertThat(drafted.body().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "status",
            "budget",
            "spent",
            "remaining",
            "cpm",
            "platforms",
            "clipCap",
            "trackingInterval",
            "startsAt",
            "endsAt",
            "minViews",
            "holdDays",
            "ending",
            "sharedVideos",
            "sponsoredVideos",
            "version",
            "createdAt",
            "createdBy",
            "changedAt",
            "publishedAt",
            "completedAt");
    assertThat(drafted.text("status")).isEqualTo("DRAFT");
    assertThat(drafted.text("budget")).isEqualTo("{\"amount\":\"1\",\"currency\":\"JPY\"}");
    assertThat(drafted.text("spent.amount")).isEqualTo("0");
    assertThat(drafted.text("remaining.amount")).isEqualTo("1");
    assertThat(drafted.text("cpm")).isEqualTo("0.5");
    assertThat(drafted.text("trackingInterval")).isEqualTo("PT4H");
    assertThat(drafted.text("sharedVideos")).isEqualTo("false");
    assertThat(drafted.text("createdBy")).isEqualTo("ada");
    assertThat(service.admin().get(location).is(200).body()).isEqualTo(drafted.body());
  }

  @Test
  void aDraftIsReplacedAsAWhole() {
    UUID id = service.admin().post(PATH, SHORTEST).is(201).id();
    Answer edited = service.admin().put(PATH + "/" + id, LONGEST).is(200);
    assertThat(edited.text("name")).isEqualTo("Sommer \uD83C\uDF1E");
    assertThat(edited.text("cpm")).isEqualTo("0.024891");
    assertThat(edited.text("clipCap.amount")).isEqualTo("7.50");
    assertThat(edited.text("trackingInterval")).isEqualTo("PT1H");
    assertThat(edited.text("endsAt")).isEqualTo("2029-01-01T00:00:00Z");
    assertThat(edited.text("platforms")).isEqualTo("[\"TIKTOK\",\"INSTAGRAM\"]");
    assertThat(edited.text("version")).isEqualTo("2");
    assertThat(service.admin().get(PATH + "/" + id).body()).isEqualTo(edited.body());
    Answer back = service.admin().put(PATH + "/" + id, SHORTEST).is(200);
    assertThat(back.text("clipCap")).isEqualTo("null");
    assertThat(back.text("endsAt")).isEqualTo("null");
  }

  @Test
  void onlyADraftIsPublishedOrDeleted() {
    UUID id = service.activeCampaign();
    service.admin().post(PATH + "/" + id + "/publish", "").isProblem(409, "campaign-not-draft");
    service.admin().delete(PATH + "/" + id).isProblem(409, "campaign-not-draft");
    service.admin().post(PATH + "/" + id + "/resume", "").isProblem(409, "campaign-not-paused");
    service.admin().post(PATH + "/" + id + "/pause", "").is(200);
    service.admin().post(PATH + "/" + id + "/pause", "").isProblem(409, "campaign-not-active");
    assertThat(service.admin().post(PATH + "/" + id + "/resume", "").is(200).text("status"))
        .isEqualTo("ACTIVE");
  }

  @Test
  void aDeletedDraftIsGone() {
    UUID id = service.admin().post(PATH, SHORTEST).is(201).id();
    service.admin().delete(PATH + "/" + id).is(204);
    service.admin().get(PATH + "/" + id).isProblem(404, "campaign-not-found");
    service.admin().delete(PATH + "/" + id).isProblem(404, "campaign-not-found");
    assertThat(audited(id)).containsExactly("ada CAMPAIGN_CREATED", "ada CAMPAIGN_DELETED");
  }

  @Test
  void othersHearOfACampaignFromItsPublicationOn() {
    UUID id = service.admin().post(PATH, LONGEST).is(201).id();
    service.admin().put(PATH + "/" + id, LONGEST).is(200);
    service.admin("bob").post(PATH + "/" + id + "/publish", "").is(200);
    service.admin().post(PATH + "/" + id + "/pause", "").is(200);
    Answer last = service.admin().post(PATH + "/" + id + "/resume", "").is(200);
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, id.toString()))
                    .extracting(changed -> changed.version() + " " + changed.status())
                    .containsExactly("3 ACTIVE", "4 PAUSED", "5 ACTIVE"));
    CampaignChanged newest = records.heard(CampaignChanged.class, id.toString()).getLast();
    assertThat(newest.cpm().amount()).isEqualTo("0.024891");
    assertThat(newest.trackingInterval()).hasHours(1);
    assertThat(newest.publishedAt()).isEqualTo(last.text("publishedAt"));
    assertThat(newest.changedAt()).isEqualTo(last.text("changedAt"));
    assertThat(audited(id))
        .containsExactly(
            "ada CAMPAIGN_CREATED",
            "ada CAMPAIGN_EDITED",
            "bob CAMPAIGN_PUBLISHED",
            "ada CAMPAIGN_PAUSED",
            "ada CAMPAIGN_RESUMED");
  }

  @Test
  void listsComeByThePageAndMissNothing() {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(service.admin().post(PATH, SHORTEST).is(201).id());
    }
    List<UUID> listed = all(PATH + "?status=DRAFT&pageSize=2");
    assertThat(listed).doesNotHaveDuplicates().containsAll(made);
    assertThat(listed.stream().filter(made::contains)).containsExactlyElementsOf(made.reversed());
    assertThat(all(PATH + "?status=PAUSED&pageSize=100")).doesNotContainAnyElementsOf(made);
    assertThat(all(PATH + "?pageSize=100")).containsAll(made);
  }

  @Test
  void clippersSeeWhatIsPublished() {
    String terms = LONGEST.replace("}\n", ", \"sponsoredVideos\": \"REFUSED\"}");
    UUID draft = service.admin().post(PATH, terms).is(201).id();
    String offers = "/api/clippers/campaigns";
    service.clipper("cleo").get(offers + "/" + draft).isProblem(404, "campaign-not-found");
    service.admin().post(PATH + "/" + draft + "/publish", "").is(200);
    service.submit("cleo", draft, "https://www.instagram.com/reel/CAofferaaaa/").is(201);
    Answer offer = service.clipper("cleo").get(offers + "/" + draft).is(200);
    assertThat(offer.body().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "status",
            "budget",
            "spent",
            "remaining",
            "cpm",
            "platforms",
            "clipCap",
            "startsAt",
            "endsAt",
            "minViews",
            "holdDays",
            "sponsoredVideos",
            "submissions",
            "publishedAt");
    assertThat(offer.text("submissions")).isEqualTo("1");
    assertThat(offer.text("sponsoredVideos")).isEqualTo("REFUSED");
    assertThat(all(offers + "?pageSize=1")).contains(draft).doesNotHaveDuplicates();
    service.admin().post(PATH + "/" + draft + "/pause", "").is(200);
    assertThat(all(offers + "?pageSize=100")).doesNotContain(draft);
    service.clipper("cleo").get(offers + "/" + draft).is(200);
  }

  @Test
  void ofManyAdminsAtOnceExactlyOneIsFirst() {
    for (int round = 0; round < 5; round++) {
      UUID id = service.activeCampaign();
      List<Answer> answers =
          Concurrently.times(6, n -> service.admin("a" + n).post(PATH + "/" + id + "/pause", ""));
      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .allSatisfy(
              answer ->
                  assertThat(answer.is(409).text("type"))
                      .containsAnyOf("/campaign-not-active", "/campaign-changed-meanwhile"));
      assertThat(audited(id)).filteredOn(entry -> entry.endsWith("PAUSED")).hasSize(1);
    }
  }

  private List<UUID> all(String path) {
    var caller = path.startsWith("/api/admin") ? service.admin() : service.clipper("cleo");
    List<UUID> ids = new ArrayList<>();
    String next = path;
    while (true) {
      JsonNode page = caller.get(next).is(200).body();
      page.get("items").forEach(item -> ids.add(UUID.fromString(item.get("id").asString())));
      if (page.get("nextPageToken").isNull()) {
        return ids;
      }
      next = path + "&pageToken=" + page.get("nextPageToken").asString();
    }
  }

  private List<String> audited(UUID subject) {
    return sql.sql(
            "SELECT actor || ' ' || action FROM audit_log WHERE subject_id = :id ORDER BY id")
        .param("id", subject)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
