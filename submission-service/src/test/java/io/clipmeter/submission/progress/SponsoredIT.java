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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
  @Autowired TransactionTemplate transactions;

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
  void whatIsOneAlreadyIsToldOnceWhenItsCampaignTakesNoneAnyMore() {
    UUID campaign = service.activeCampaign();
    UUID clip = approved(campaign, video);
    UUID longKnown = approved(campaign, another());
    UUID elsewhere = approved(service.activeCampaign(), another());
    UUID pending = submitted(campaign, another());
    UUID other = approved(campaign, another());
    hear(clip, true, later);
    hear(longKnown, true, NOON);
    hear(elsewhere, true, later);
    hear(pending, true, later);
    hear(other, false, later);

    turn(campaign, "REFUSED");

    assertThat(told(clip)).containsExactly("CLIP_SPONSORED");
    assertThat(told(longKnown)).containsExactly("CLIP_SPONSORED");
    assertThat(List.of(elsewhere, pending, other)).allSatisfy(id -> assertThat(told(id)).isEmpty());
    assertThat(shown(clip)).isEqualTo(campaign + " sponsored-" + video);
    turn(campaign, "REFUSED");
    turn(campaign, "ALLOWED");
    turn(campaign, "REFUSED");
    assertThat(told(clip)).containsExactly("CLIP_SPONSORED");
  }

  @Test
  void whatIsSaidAgainIsNotToldAgainOnceThatIsForgotten() {
    UUID id = approved(refusing(), video);
    hear(id, true, later);
    sql.sql("DELETE FROM notification WHERE submission_id = :id").param("id", id).update();

    notes.note(List.of(Said.sponsored(video, later.plusSeconds(1), true)));

    assertThat(saidAt(id)).isEqualTo(later.plusSeconds(1));
    assertThat(told(id)).isEmpty();
  }

  @Test
  void whatIsFoundOutWhileItsCampaignChangesIsToldAllTheSame() throws Exception {
    UUID campaign = service.activeCampaign();
    UUID clip = approved(campaign, video);
    try (ExecutorService admin = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> change =
          transactions.execute(
              status -> {
                notes.note(List.of(Said.sponsored(video, later, true)));
                Future<?> begun = admin.submit(() -> turn(campaign, "REFUSED"));
                await().until(() -> begun.isDone() || somebodyWaits());
                return begun;
              });
      change.get();
    }

    assertThat(told(clip)).containsExactly("CLIP_SPONSORED");
  }

  @Test
  void anOlderWordThatComesLateChangesNothing() {
    UUID id = submitted(service.activeCampaign());
    notes.note(List.of(Said.sponsored(video, later, true)));
    notes.note(List.of(Said.sponsored(video, later.plusSeconds(2), true)));

    notes.note(List.of(Said.sponsored(video, later.plusSeconds(1), false)));
    notes.note(List.of(Said.sponsored(video, later.plusSeconds(2), false)));

    assertThat(sponsored(id)).isEqualTo("true");
    assertThat(saidAt(id)).isEqualTo(later.plusSeconds(2));
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

  /** Changes what a campaign does with advertisements, and nothing else. */
  private void turn(UUID campaign, String what) {
    String path = "/api/admin/campaigns/" + campaign;
    service.admin().put(path, CAMPAIGN.replace("REFUSED", what)).is(200);
  }

  private UUID approved(UUID campaign, String shown) {
    UUID id = submitted(campaign, shown);
    service.admin().post(ALL + "/" + id + "/approve", "").is(200);
    return id;
  }

  private UUID submitted(UUID campaign) {
    return submitted(campaign, video);
  }

  private UUID submitted(UUID campaign, String shown) {
    String url = "https://www.tiktok.com/@a/video/" + shown;
    UUID id = service.submit("sponsored-" + video, campaign, url).is(201).id();
    records.say(Said.observed(shown, 40, NOON, Said.baseline(id, 40)));
    await().until(() -> service.admin().get(ALL + "/" + id).text("initialViews").equals("40"));
    return id;
  }

  private static String another() {
    return String.valueOf(NUMBERS.incrementAndGet());
  }

  private void hear(UUID id, boolean sponsored, Instant at) {
    String shown = service.admin().get(ALL + "/" + id).is(200).text("videoId");
    records.say(Said.sponsored(shown, at, sponsored));
    await().untilAsserted(() -> assertThat(sponsored(id)).isEqualTo(String.valueOf(sponsored)));
  }

  private Instant saidAt(UUID id) {
    return sql.sql("SELECT sponsored_at FROM submission WHERE id = :id")
        .param("id", id)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .single();
  }

  private boolean somebodyWaits() {
    return sql.sql("SELECT count(*) FROM pg_locks WHERE NOT granted").query(Long.class).single()
        > 0;
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

  /** Of which campaign and clipper admins were told. */
  private String shown(UUID id) {
    return sql.sql(
            "SELECT campaign_id, clipper_id FROM notification WHERE submission_id = :id AND inbox ="
                + " 'admins'")
        .param("id", id)
        .query((row, n) -> row.getString("campaign_id") + " " + row.getString("clipper_id"))
        .single();
  }

  /** What admins were told of a submission. */
  private List<String> told(UUID id) {
    return sql.sql("SELECT kind FROM notification WHERE submission_id = :id AND inbox = 'admins'")
        .param("id", id)
        .query((row, n) -> row.getString("kind"))
        .list();
  }
}
