package io.clipmeter.submission.notification;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.Amount;
import io.clipmeter.events.CampaignCompleted;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.EarningsAdjusted;
import io.clipmeter.events.EarningsFinalized;
import io.clipmeter.events.EarningsHeld;
import io.clipmeter.events.EarningsReleased;
import io.clipmeter.events.Event;
import io.clipmeter.events.PayoutApproved;
import io.clipmeter.events.PayoutCancelled;
import io.clipmeter.events.PayoutFailed;
import io.clipmeter.events.PayoutPaid;
import io.clipmeter.events.PayoutRejected;
import io.clipmeter.events.PayoutRequested;
import io.clipmeter.submission.Answer;
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
import tools.jackson.databind.JsonNode;

/** What people are told: once, and nobody else. */
@ServiceTest
class NotificationsIT {
  private static final String OWN = "/api/clippers/notifications";
  private static final String ADMINS = "/api/admin/notifications";
  private static final AtomicLong NEXT_VIDEO = new AtomicLong(7_450_000_000_000_000_000L);
  private static final Amount FIVE = new Amount("5.00", "USD");

  private final String clipper = "told-" + UUID.randomUUID();

  @Autowired Service service;
  @Autowired Records records;
  @Autowired Clock clock;

  private Instant now = NOON;

  @BeforeEach
  void lookAtTheClock() {
    now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void aDecisionIsToldWithIt() {
    UUID campaign = service.activeCampaign();
    UUID approved = clip(campaign);
    UUID rejected = pending(campaign);
    service
        .admin()
        .post("/api/admin/submissions/" + rejected + "/reject", "{\"reason\": \"blurred\"}")
        .is(200);

    assertThat(told())
        .containsExactly("SUBMISSION_REJECTED null blurred", "SUBMISSION_APPROVED null null");
    JsonNode newest = items(OWN).get(0);
    assertThat(newest.get("submissionId").asString()).isEqualTo(rejected.toString());
    assertThat(newest.get("campaignId").asString()).isEqualTo(campaign.toString());
    assertThat(newest.get("campaign").asString()).isEqualTo("Summer");
    assertThat(newest.get("readAt").isNull()).isTrue();
    assertThat(items(OWN).get(1).get("submissionId").asString()).isEqualTo(approved.toString());
  }

  @Test
  void whatTheEarningsServiceDidIsToldOnce() {
    UUID campaign = service.activeCampaign();
    UUID clip = clip(campaign);
    UUID id = UUID.randomUUID();
    List<Event> events =
        List.of(
            new EarningsHeld(id, campaign, clip, clipper, FIVE, "odd views", null, now),
            new EarningsReleased(id, campaign, clip, clipper, FIVE, now),
            new EarningsAdjusted(
                id, campaign, clip, clipper, new Amount("-5", "USD"), FIVE, "agreed", now),
            new EarningsFinalized(clip, campaign, clipper, FIVE, 10, now));
    events.forEach(records::say);
    events.forEach(records::say);
    awaitLast(new EarningsFinalized(clip, campaign, clipper, FIVE, 10, now.plusMillis(1)), 6);

    assertThat(told())
        .containsExactly(
            "CAMPAIGN_COMPLETED 5.00 null",
            "CAMPAIGN_COMPLETED 5.00 null",
            "EARNINGS_ADJUSTED -5.00 agreed",
            "EARNINGS_RELEASED 5.00 null",
            "EARNINGS_HELD 5.00 odd views",
            "SUBMISSION_APPROVED null null");
  }

  @Test
  void aPayoutIsToldStepByStepAndItsRequestToAdmins() {
    UUID paid = UUID.randomUUID();
    UUID failed = UUID.randomUUID();
    List<Event> events =
        List.of(
            new PayoutRequested(paid, clipper, FIVE, "PAYPAL", now),
            new PayoutApproved(paid, clipper, FIVE, "ada", now),
            new PayoutPaid(paid, clipper, FIVE, "tx", now),
            new PayoutCancelled(UUID.randomUUID(), clipper, FIVE, now),
            new PayoutRejected(UUID.randomUUID(), clipper, FIVE, "no name", "ada", now));
    events.forEach(records::say);
    events.forEach(records::say);
    awaitLast(new PayoutFailed(failed, clipper, FIVE, "bounced", now), 4);

    assertThat(told())
        .containsExactly(
            "PAYOUT_FAILED 5.00 bounced",
            "PAYOUT_REJECTED 5.00 no name",
            "PAYOUT_PAID 5.00 null",
            "PAYOUT_APPROVED 5.00 null");
    assertThat(items(OWN).get(2).get("payoutId").asString()).isEqualTo(paid.toString());
    assertThat(items(OWN).get(2).get("clipperId").isNull()).isTrue();
    List<JsonNode> toAdmins =
        service
            .admin()
            .get(ADMINS + "?pageSize=100")
            .is(200)
            .body()
            .get("items")
            .valueStream()
            .filter(each -> each.get("payoutId").asString("").equals(paid.toString()))
            .toList();
    assertThat(toAdmins).hasSize(1);
    assertThat(toAdmins.getFirst().get("kind").asString()).isEqualTo("PAYOUT_REQUESTED");
    assertThat(toAdmins.getFirst().get("clipperId").asString()).isEqualTo(clipper);
  }

  @Test
  void moreMoneyIsToldToThoseWhoJoined() {
    UUID campaign = service.activeCampaign();
    pending(campaign);
    pending(campaign);
    String gone = "gone-" + clipper;
    UUID taken = service.submit(gone, campaign, url()).is(201).id();
    service.clipper(gone).post("/api/clippers/submissions/" + taken + "/withdraw", "").is(200);
    String path = "/api/admin/campaigns/" + campaign;
    String more = "{\"amount\": {\"amount\": \"50\", \"currency\": \"USD\"}}";

    service.admin().post(path + "/top-up", more, "more-" + campaign).is(200);
    service.admin().post(path + "/top-up", more, "more-" + campaign).is(200);
    service.admin().post(path + "/pause", "").is(200);

    assertThat(told()).containsExactly("CAMPAIGN_TOPPED_UP 50.00 null");
    assertThat(service.clipper(gone).get(OWN).is(200).body().get("items")).isEmpty();
  }

  @Test
  void whoWaitsForADecisionIsToldThatItIsOver() {
    UUID campaign = service.activeCampaign();
    UUID open = pending(campaign);
    Amount all = new Amount("100.00", "USD");
    Event over =
        new CampaignCompleted(campaign, 2, all, 0, 0, CompletionReason.ENDED_BY_ADMIN, now, null);
    records.say(over);
    records.say(over);
    await().until(() -> !told().isEmpty());
    awaitLast(new PayoutPaid(UUID.randomUUID(), clipper, FIVE, "tx", now), 2);

    assertThat(told())
        .containsExactlyInAnyOrder("PAYOUT_PAID 5.00 null", "CAMPAIGN_COMPLETED null null");
    assertThat(items(OWN).toString()).contains(open.toString());
  }

  @Test
  void whatIsReadIsNotUnreadAnyMore() {
    for (int i = 0; i < 4; i++) {
      records.say(new PayoutPaid(new UUID(i, 1), clipper, FIVE, "tx", now));
    }
    await().until(() -> told().size() == 4);
    List<String> ids = items(OWN).valueStream().map(each -> each.get("id").asString()).toList();
    Service.As own = service.clipper(clipper);

    assertThat(own.get(OWN + "/unread").is(200).text("unread")).isEqualTo("4");
    assertThat(own.post(OWN + "/" + ids.get(1) + "/read", "").is(200).text("unread"))
        .isEqualTo("3");
    String readAt = items(OWN).get(1).get("readAt").asString();
    assertThat(own.post(OWN + "/" + ids.get(1) + "/read", "").is(200).text("unread"))
        .isEqualTo("3");
    assertThat(items(OWN).get(1).get("readAt").asString()).isEqualTo(readAt);
    assertThat(items(OWN + "?unread=true")).hasSize(3);
    String upTo = "{\"upTo\": \"%s\"}".formatted(ids.get(2));
    assertThat(own.post(OWN + "/read", upTo).is(200).text("unread")).isEqualTo("1");
    assertThat(items(OWN + "?unread=true").get(0).get("id").asString()).isEqualTo(ids.get(0));
    assertThat(own.post(OWN + "/read", "").is(200).text("unread")).isEqualTo("0");
    records.say(new PayoutPaid(new UUID(0, 1), clipper, FIVE, "tx", now));
    awaitLast(new PayoutPaid(new UUID(9, 1), clipper, FIVE, "tx", now), 5);
    assertThat(own.get(OWN + "/unread").is(200).text("unread")).isEqualTo("1");
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 5; i++) {
      records.say(new PayoutPaid(new UUID(i, 2), clipper, FIVE, "tx", now));
    }
    await().until(() -> told().size() == 5);

    Answer first = service.clipper(clipper).get(OWN + "?pageSize=3").is(200);
    assertThat(first.body().get("items")).hasSize(3);
    JsonNode rest = items(OWN + "?pageSize=3&pageToken=" + first.text("nextPageToken"));
    assertThat(rest).hasSize(2);
    assertThat(first.body().get("items").toString())
        .doesNotContain(rest.get(0).get("id").asString());
    service.clipper(clipper).get(OWN + "?pageToken=x").isProblem(400, "invalid-page");
    service.clipper(clipper).get(OWN + "?unread=maybe").isProblem(400, "invalid-request");
    service
        .clipper(clipper)
        .post(OWN + "/read", "{\"upTo\": \"x\"}")
        .isProblem(400, "unreadable-body");
  }

  @Test
  void nobodySeesOrReadsAnothers() {
    records.say(new PayoutPaid(UUID.randomUUID(), clipper, FIVE, "tx", now));
    await().until(() -> told().size() == 1);
    String id = items(OWN).get(0).get("id").asString();
    Service.As other = service.clipper("not-" + clipper);

    assertThat(other.get(OWN).is(200).body().get("items")).isEmpty();
    other.post(OWN + "/" + id + "/read", "").isProblem(404, "notification-not-found");
    service.admin().post(ADMINS + "/" + id + "/read", "").isProblem(404, "notification-not-found");
    other.post(OWN + "/read", "").is(200);
    service.admin().post(ADMINS + "/read", "").is(200);
    assertThat(items(OWN + "?unread=true")).hasSize(1);
    assertThat(service.admin().get(ADMINS + "/unread").is(200).text("unread")).isEqualTo("0");
  }

  /** Says it as the last, and waits until there are so many. */
  private void awaitLast(Event event, int count) {
    records.say(event);
    await().until(() -> told().size() >= count);
  }

  private List<String> told() {
    return items(OWN)
        .valueStream()
        .map(
            each ->
                each.get("kind").asString()
                    + " "
                    + each.at("/amount/amount").asString("null")
                    + " "
                    + each.get("reason").asString("null"))
        .toList();
  }

  private JsonNode items(String path) {
    return service.clipper(clipper).get(path).is(200).body().get("items");
  }

  private UUID clip(UUID campaign) {
    String url = url();
    UUID id = service.submit(clipper, campaign, url).is(201).id();
    records.say(
        Said.observed(url.substring(url.lastIndexOf('/') + 1), 1, NOON, Said.baseline(id, 1)));
    String path = "/api/admin/submissions/" + id;
    await().until(() -> service.admin().get(path).text("initialViews").equals("1"));
    service.admin().post(path + "/approve", "").is(200);
    return id;
  }

  private UUID pending(UUID campaign) {
    return service.submit(clipper, campaign, url()).is(201).id();
  }

  private static String url() {
    return "https://www.tiktok.com/@someone/video/" + NEXT_VIDEO.getAndIncrement();
  }
}
