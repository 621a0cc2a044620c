package io.clipmeter.submission.progress;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.EarningsAccrued;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.Topic;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.submission.Answer;
import io.clipmeter.submission.Records;
import io.clipmeter.submission.Said;
import io.clipmeter.submission.Service;
import io.clipmeter.submission.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ProgressIT {
  private static final AtomicLong NEXT_VIDEO = new AtomicLong(7_420_000_000_000_000_000L);
  private static final String EARNINGS_DEAD =
      Topic.EARNINGS.topicName() + ".submission-earnings.dlt";

  @Autowired Service service;
  @Autowired Records records;

  private final String video = String.valueOf(NEXT_VIDEO.incrementAndGet());

  @Test
  void aBaselineIsWrittenOnce() {
    UUID id = pending(service.activeCampaign());
    records.say(Said.observed(video, 40, NOON, Said.baseline(id, 40)));
    await().until(() -> seen(id).text("initialViews").equals("40"));
    records.say(Said.observed(video, 90, NOON.plusSeconds(60), Said.baseline(id, 90)));
    await().until(() -> seen(id).text("currentViews").equals("90"));
    assertThat(seen(id).text("initialViews")).isEqualTo("40");
    assertThat(seen(id).text("baselineAt")).isEqualTo(NOON.toString());
  }

  @Test
  void theNewestViewsStandOnAllSubmissionsOfAVideo() {
    UUID first = pending(service.activeCampaign());
    UUID second = pending(service.activeCampaign(true));
    records.say(Said.observed(video, 70, NOON.plusSeconds(60)));
    await().until(() -> seen(second).text("currentViews").equals("70"));
    records.say(Said.observed(video, 10, NOON));
    records.say(Said.observed(video, 60, NOON.plusSeconds(120)));
    await().until(() -> seen(first).text("currentViews").equals("60"));
    assertThat(seen(second).text("viewsAt")).isEqualTo(NOON.plusSeconds(120).toString());
    assertThat(seen(first).text("initialViews")).isEqualTo("null");
  }

  @Test
  void anAdminSeesWhyAPendingVideoCannotBeRead() {
    UUID id = pending(service.activeCampaign());
    records.say(Said.unavailable(video, UnavailableReason.PRIVATE, NOON));
    await().until(() -> reviewed(id).text("unavailableReason").equals("PRIVATE"));
    records.say(Said.unavailable(video, UnavailableReason.DELETED, NOON.minusSeconds(60)));
    records.say(Said.observed(video, 5, NOON.plusSeconds(60)));
    await().until(() -> reviewed(id).text("currentViews").equals("5"));
    assertThat(reviewed(id).text("unavailableReason")).isEqualTo("null");
    assertThat(seen(id).body().has("unavailableReason")).isFalse();
  }

  @Test
  void earningsOnlyRiseAndTheFinalOnesStay() {
    UUID campaign = service.activeCampaign();
    UUID clip = clip(campaign);
    records.say(Said.accrued(campaign, clip, "5.000001"));
    records.say(Said.accrued(campaign, clip, "3.00"));
    records.say(Said.accrued(campaign, clip, "7.25"));
    await().until(() -> seen(clip).text("earnings.amount").equals("7.25"));
    assertThat(seen(clip).text("finalEarnings")).isEqualTo("null");
    records.say(Said.finalized(campaign, clip, "7.50"));
    await().until(() -> !seen(clip).text("finalEarnings").equals("null"));
    records.say(Said.finalized(campaign, clip, "9.99"));
    records.say(Said.accrued(campaign, clip, "8.00"));
    await().until(() -> !seen(clip).text("earnings.amount").equals("7.50"));
    assertThat(seen(clip).text("finalEarnings.amount")).isEqualTo("7.50");
  }

  @Test
  void finalEarningsAreThoseOfTheNewestEndInWhateverOrderTheyCome() {
    UUID campaign = service.activeCampaign();
    UUID clip = clip(campaign);
    EarningsFinalized first = Said.finalized(campaign, clip, "7.50", NOON);
    EarningsFinalized second = Said.finalized(campaign, clip, "8.00", NOON.plusSeconds(1));
    EarningsFinalized third = Said.finalized(campaign, clip, "9.25", NOON.plusSeconds(2));
    records.say(first);
    await().until(() -> seen(clip).text("finalEarnings.amount").equals("7.50"));
    records.say(third);
    await().until(() -> seen(clip).text("finalEarnings.amount").equals("9.25"));
    records.say(second);
    records.say(third);
    records.say(first);
    records.say(Said.accrued(campaign, clip, "9.50"));
    await().until(() -> seen(clip).text("earnings.amount").equals("9.50"));
    assertThat(seen(clip).text("finalEarnings.amount")).isEqualTo("9.25");
  }

  @Test
  void anEventThatComesTwiceTakesEffectOnce() {
    UUID campaign = service.activeCampaign();
    UUID clip = clip(campaign);
    EarningsAccrued accrued = Said.accrued(campaign, clip, "5.00");
    String id = accrued.accrualId().toString();
    records.say(id, accrued);
    records.say(id, accrued);
    records.say(UUID.randomUUID().toString(), accrued);
    var over = Said.completed(campaign, CompletionReason.BUDGET_SPENT);
    String overId = UUID.randomUUID().toString();
    records.say(overId, over);
    records.say(overId, over);
    records.say(UUID.randomUUID().toString(), over);
    records.say(Said.accrued(campaign, clip, "5.01"));
    await().until(() -> seen(clip).text("earnings.amount").equals("5.01"));
    await().until(() -> offer(campaign).text("status").equals("COMPLETED"));
    assertThat(service.admin().get("/api/admin/campaigns/" + campaign).text("version"))
        .isEqualTo("3");
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, campaign.toString()))
                    .extracting(CampaignChanged::version)
                    .containsExactly(2L, 3L));
  }

  @Test
  void whatIsSpentOnlyRisesAndABudgetIsNeverBelowIt() {
    UUID campaign = service.activeCampaign();
    records.say(Said.spent(campaign, "60.00", "100.00"));
    records.say(Said.spent(campaign, "40.00", "100.00"));
    records.say(Said.spent(campaign, "99.999999", "100.00"));
    await().until(() -> offer(campaign).text("spent.amount").equals("99.999999"));
    assertThat(offer(campaign).text("remaining.amount")).isEqualTo("0.000001");
    records.say(Said.spent(campaign, "100.01", "200.00"));
    await().until(() -> offer(campaign).text("spent.amount").equals("100.01"));
    assertThat(offer(campaign).text("remaining.amount")).isEqualTo("0.00");
  }

  @Test
  void aChangeOfTheCampaignDoesNotOverwriteWhatIsSpent() {
    UUID campaign = service.activeCampaign();
    String path = "/api/admin/campaigns/" + campaign;
    records.say(Said.spent(campaign, "60.00", "100.00"));
    await().until(() -> offer(campaign).text("spent.amount").equals("60.00"));
    service.admin().post(path + "/pause", "").is(200);
    assertThat(service.admin().post(path + "/resume", "").is(200).text("spent.amount"))
        .isEqualTo("60.00");
    assertThat(offer(campaign).text("remaining.amount")).isEqualTo("40.00");
  }

  @Test
  void poisonIsSetAsideAndItsNeighboursAreNotAffected() {
    UUID campaign = service.activeCampaign();
    UUID clip = clip(campaign);
    int dead = records.all(EARNINGS_DEAD).size();
    String type = "io.clipmeter.earnings-accrued.v1";
    records.say(Said.accrued(campaign, clip, "1.00"));
    say(type, "{");
    say(type, "null");
    say(type, "{\"clipId\":\"" + clip + "\"}");
    say("io.clipmeter.something-new.v9", "{\"of\":\"no concern\"}");
    records.say(Topic.EARNINGS, "cleo", "no-value", type, null);
    records.say(Topic.EARNINGS, "cleo", null, type, bytes("{}"));
    records.say(Said.accrued(campaign, UUID.randomUUID(), "1.00"));
    records.say(Said.accrued(campaign, clip, "2.00"));
    await().until(() -> seen(clip).text("earnings.amount").equals("2.00"));
    await().until(() -> records.all(EARNINGS_DEAD).size() >= dead + 6);
    assertThat(records.all(EARNINGS_DEAD))
        .hasSize(dead + 6)
        .allSatisfy(
            record -> {
              assertThat(Records.header(record, "dlt_cause")).isNotBlank();
              assertThat(Records.header(record, "dlt_topic")).isEqualTo(Topic.EARNINGS.topicName());
            });
  }

  @Test
  void aVideoThatNobodySubmittedIsOfNoConcern() {
    records.say(Said.observed("7429999999999999999", 9, NOON, Said.baseline(UUID.randomUUID(), 9)));
    UUID id = pending(service.activeCampaign());
    records.say(Said.observed(video, 8, NOON));
    await().until(() -> seen(id).text("currentViews").equals("8"));
    assertThat(records.all(Topic.VIDEOS.topicName() + ".submission-videos.dlt")).isEmpty();
  }

  @Test
  void aCampaignThatEndsByTimeIsEnded() {
    UUID campaign = service.activeCampaign();
    records.say(Said.completed(campaign, CompletionReason.ENDED_BY_TIME));
    await().until(() -> offer(campaign).text("status").equals("ENDED"));
    service
        .submit("cleo", campaign, "https://youtu.be/tooLateAAAA")
        .isProblem(409, "campaign-not-active");
    List<String> open =
        service
            .clipper("cleo")
            .get("/api/clippers/campaigns?pageSize=100")
            .body()
            .get("items")
            .valueStream()
            .map(item -> item.get("id").asString())
            .toList();
    assertThat(open).doesNotContain(campaign.toString());
  }

  private UUID pending(UUID campaign) {
    String url = "https://www.tiktok.com/@cleo/video/" + video;
    return service.submit("cleo", campaign, url).is(201).id();
  }

  private UUID clip(UUID campaign) {
    UUID id = pending(campaign);
    records.say(Said.observed(video, 40, NOON.minus(Duration.ofHours(1)), Said.baseline(id, 40)));
    await().until(() -> seen(id).text("initialViews").equals("40"));
    service.admin().post("/api/admin/submissions/" + id + "/approve", "").is(200);
    return id;
  }

  private Answer seen(UUID submission) {
    return service.clipper("cleo").get("/api/clippers/submissions/" + submission).is(200);
  }

  private Answer reviewed(UUID submission) {
    return service.admin().get("/api/admin/submissions/" + submission).is(200);
  }

  private Answer offer(UUID campaign) {
    return service.clipper("cleo").get("/api/clippers/campaigns/" + campaign).is(200);
  }

  private void say(String type, String value) {
    records.say(Topic.EARNINGS, "cleo", UUID.randomUUID().toString(), type, bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
