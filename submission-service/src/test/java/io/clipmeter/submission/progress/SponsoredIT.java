package io.clipmeter.submission.progress;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Videos that their platform calls advertisements. */
@ServiceTest
class SponsoredIT {
  private static final String ALL = "/api/admin/submissions";
  private static final AtomicLong NUMBERS = new AtomicLong(7_470_000_000_000_000_000L);
  private static final String CAMPAIGN =
      """
      {"name": "No advertisements", "budget": {"amount": "100.00", "currency": "USD"}, "cpm": "2.50",
       "platforms": ["TIKTOK"], "sponsoredVideos": "REFUSED"}
      """;

  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient sql;
  @Autowired SponsoredNotes notes;
  @Autowired Clock clock;

  private final String video = String.valueOf(NUMBERS.incrementAndGet());
  private Instant later = NOON;

  /** What is long past is not told any more. */
  @BeforeEach
  void lately() {
    later = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void anAdvertisementIsNotApprovedWhereItsCampaignTakesNone() {
    UUID campaign = refusing();
    UUID id = submitted(campaign);
    hear(id, true, later);

    service.admin().post(ALL + "/" + id + "/approve", "").isProblem(409, "sponsored-video");
    service
        .admin()
        .post(ALL + "/" + id + "/approve", "{\"acknowledgeMismatch\": true}")
        .isProblem(409, "sponsored-video");

    assertThat(listed(campaign, true)).containsExactly(id.toString());
    assertThat(listed(campaign, false)).isEmpty();
    hear(id, false, later.plusSeconds(1));
    assertThat(listed(campaign, true)).isEmpty();
    assertThat(listed(campaign, false)).containsExactly(id.toString());
    service.admin().post(ALL + "/" + id + "/approve", "").is(200);
    assertThat(told(id)).isEmpty();
  }

  @Test
  void itCountsLikeAnyOtherWhereNothingElseIsAgreed() {
    UUID campaign = service.activeCampaign();
    assertThat(service.admin().get("/api/admin/campaigns/" + campaign).text("sponsoredVideos"))
        .isEqualTo("ALLOWED");
    UUID id = submitted(campaign);
    hear(id, true, later);

    service.admin().post(ALL + "/" + id + "/approve", "").is(200);

    hear(id, false, later.plusSeconds(1));
    hear(id, true, later.plusSeconds(2));
    assertThat(told(id)).isEmpty();
  }

  @Test
  void whatTurnsOutToBeOneAfterItsApprovalIsToldToAdminsOnceAndCostsNobodyAnything() {
    UUID id = submitted(refusing());
    service.admin().post(ALL + "/" + id + "/approve", "").is(200);

    hear(id, true, later);

    assertThat(told(id)).containsExactly("CLIP_SPONSORED");
    hear(id, false, later.plusSeconds(1));
    hear(id, true, later.plusSeconds(2));
    assertThat(told(id)).containsExactly("CLIP_SPONSORED");
    assertThat(service.admin().get(ALL + "/" + id).text("status")).isEqualTo("APPROVED");
  }

  @Test
  void whatIsOlderOrSaysNothingChangesNothing() {
    UUID id = submitted(service.activeCampaign());
    hear(id, true, later);

    notes.note(List.of(Said.sponsored(video, NOON, false)));
    notes.note(List.of(Said.sponsored(video, later.plusSeconds(1), null)));

    assertThat(sponsored(id)).isEqualTo("true");
  }

  private UUID refusing() {
    UUID id = service.admin().post("/api/admin/campaigns", CAMPAIGN).is(201).id();
    service.admin().post("/api/admin/campaigns/" + id + "/publish", "").is(200);
    return id;
  }

  private UUID submitted(UUID campaign) {
    String url = "https://www.tiktok.com/@a/video/" + video;
    UUID id = service.submit("sponsored-" + video, campaign, url).is(201).id();
    records.say(Said.observed(video, 40, NOON, Said.baseline(id, 40)));
    await().until(() -> service.admin().get(ALL + "/" + id).text("initialViews").equals("40"));
    return id;
  }

  private void hear(UUID id, boolean sponsored, Instant at) {
    records.say(Said.sponsored(video, at, sponsored));
    await().untilAsserted(() -> assertThat(sponsored(id)).isEqualTo(String.valueOf(sponsored)));
  }

  private String sponsored(UUID id) {
    return service.admin().get(ALL + "/" + id).is(200).text("sponsored");
  }

  private List<String> listed(UUID campaign, boolean sponsored) {
    return service
        .admin()
        .get(ALL + "?campaignId=" + campaign + "&sponsored=" + sponsored)
        .is(200)
        .body()
        .get("items")
        .valueStream()
        .map(item -> item.get("id").asString())
        .toList();
  }

  /** What admins were told of a submission. */
  private List<String> told(UUID id) {
    return sql.sql("SELECT kind FROM notification WHERE submission_id = :id AND inbox = 'admins'")
        .param("id", id)
        .query((row, n) -> row.getString("kind"))
        .list();
  }
}
