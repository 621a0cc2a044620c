package io.clipmeter.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.testing.Forgery;
import io.clipmeter.testing.TestTokens;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class DashboardIT {
  private static final String PATH = "/api/clippers/dashboard";

  @Autowired Service service;
  @Autowired Records records;

  @Test
  void aNewClipperSeesZeros() {
    JsonNode dashboard = service.dashboard(somebody());

    assertThat(tiles(dashboard))
        .containsExactly(
            "Total Earned $0.00", "Total Views 0", "Active Campaigns 0", "Clips Submitted 0");
    assertThat(dashboard.get("recentClips")).isEmpty();
    assertThat(dashboard.get("balances")).isEmpty();
    assertThat(dashboard.get("currency").asString()).isEqualTo("USD");
    assertThat(dashboard.get("totalEarnings").asString()).isEqualTo("0.00");
    assertThat(dashboard.get("availableBalance").asString()).isEqualTo("0.00");
    assertThat(dashboard.get("totalViews").asLong()).isZero();
    assertThat(dashboard.get("asOf").asString()).matches("20[0-9-]+T[0-9:.]+Z");
  }

  @Test
  void theWholeWayOfAClip() {
    Said clip = Said.of(somebody());
    records.say(clip.active(), clip.received());
    JsonNode pending = until(clip.clipper(), d -> d.at("/clipsSubmitted").asLong() == 1);
    JsonNode first = pending.at("/recentClips/0");
    assertThat(first.get("id").asString()).isEqualTo(clip.clip().toString());
    assertThat(first.get("status").asString()).isEqualTo("pending");
    assertThat(first.get("platform").asString()).isEqualTo("TIKTOK");
    assertThat(first.get("url").asString()).isEqualTo(clip.url());
    assertThat(first.get("views").asLong()).isZero();
    assertThat(first.get("measuredAt").isNull()).isTrue();
    until(clip.clipper(), d -> d.at("/recentClips/0/campaign").asString("").equals("Summer"));

    records.say(clip.approved(1_000), clip.views(324_500, 4), clip.accrued("147.495", 4));
    JsonNode earned = until(clip.clipper(), d -> total(d).equals("147.495"));
    earned = until(clip.clipper(), d -> d.at("/totalViews").asLong() == 324_500);

    assertThat(tiles(earned))
        .containsExactly(
            "Total Earned $147.50",
            "Total Views 324,500",
            "Active Campaigns 1",
            "Clips Submitted 1");
    assertThat(earned.at("/recentClips/0/earnings/amount").asString()).isEqualTo("147.495");
    assertThat(earned.at("/recentClips/0/earnings/currency").asString()).isEqualTo("USD");
    assertThat(earned.at("/recentClips/0/status").asString()).isEqualTo("approved");
    assertThat(earned.at("/recentClips/0/measuredAt").asString()).isEqualTo("2026-03-01T16:00:00Z");
    assertThat(earned.at("/availableBalance").asString()).isEqualTo("147.495");

    records.say(clip.finalized("147.50"), clip.completed());
    JsonNode over = until(clip.clipper(), d -> d.at("/activeCampaigns").asLong() == 0);
    assertThat(until(clip.clipper(), d -> total(d).equals("147.50"))).isNotNull();
    assertThat(over.at("/clipsSubmitted").asLong()).isEqualTo(1);
  }

  @Test
  void earningsMayBeHeardOfBeforeTheSubmissionAndTheCampaign() {
    Said clip = Said.of(somebody());
    records.say(clip.accrued("12.50", 4));
    JsonNode early = until(clip.clipper(), d -> total(d).equals("12.50"));
    assertThat(early.at("/recentClips/0/status").asString()).isEqualTo("approved");
    assertThat(early.at("/recentClips/0/campaign").isNull()).isTrue();
    assertThat(early.at("/recentClips/0/url").isNull()).isTrue();

    records.say(clip.views(9_000, 4), clip.approved(4_000), clip.received(), clip.active());
    JsonNode late = until(clip.clipper(), d -> d.at("/activeCampaigns").asLong() == 1);
    until(clip.clipper(), d -> d.at("/recentClips/0/url").asString("").equals(clip.url()));
    JsonNode whole = until(clip.clipper(), d -> d.at("/totalViews").asLong() == 9_000);

    assertThat(late).isNotNull();
    assertThat(whole.at("/recentClips/0/status").asString()).isEqualTo("approved");
    assertThat(total(whole)).isEqualTo("12.50");
    assertThat(whole.at("/clipsSubmitted").asLong()).isEqualTo(1);
  }

  @Test
  void whatIsSaidTwiceCountsOnce() {
    Said clip = Said.of(somebody());
    Said mark = Said.of(clip.clipper());
    for (int i = 0; i < 3; i++) {
      records.say(
          clip.received(),
          clip.approved(100),
          clip.views(5_000, 4),
          clip.accrued("3.25", 4),
          clip.payout("REQUESTED", "1.00"),
          clip.payout("APPROVED", "1.00"));
    }
    records.say(mark.received(), mark.views(1, 1), mark.accrued("1.00", 1));
    JsonNode dashboard =
        until(
            clip.clipper(), d -> d.at("/totalViews").asLong() == 5_001 && total(d).equals("4.25"));
    dashboard =
        until(clip.clipper(), d -> d.at("/balances/0/reserved").asString("").equals("1.00"));

    assertThat(dashboard.at("/clipsSubmitted").asLong()).isEqualTo(2);
    assertThat(dashboard.at("/balances/0/available").asString()).isEqualTo("3.25");
  }

  @Test
  void anOlderReadingOrVersionChangesNothing() {
    Said clip = Said.of(somebody());
    records.say(clip.campaign(3, CampaignStatus.ACTIVE, "New name"));
    records.say(clip.campaign(2, CampaignStatus.PAUSED, "Old name"));
    records.say(clip.views(8_000, 8), clip.views(5_000, 4), clip.approved(100));
    records.say(clip.accrued("5.00", 8), clip.accrued("2.00", 4));
    Said mark = clip.another();
    records.say(mark.views(1, 1), mark.accrued("0.000001", 1), mark.received());

    JsonNode dashboard = until(clip.clipper(), d -> total(d).equals("5.000001"));
    dashboard = until(clip.clipper(), d -> d.at("/totalViews").asLong() == 8_001);
    assertThat(dashboard.at("/recentClips/1/views").asLong()).isEqualTo(8_000);
    assertThat(dashboard.at("/activeCampaigns").asLong()).isEqualTo(1);
    assertThat(dashboard.at("/recentClips/1/campaign").asString()).isEqualTo("New name");
  }

  @Test
  void viewsMayFall() {
    Said clip = Said.of(somebody());
    records.say(clip.approved(10), clip.views(9_000, 4), clip.views(7_000, 8));

    JsonNode dashboard = until(clip.clipper(), d -> d.at("/totalViews").asLong() == 7_000);
    assertThat(dashboard.at("/recentClips/0/views").asLong()).isEqualTo(7_000);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED,25.00,0.00,25.00",
    "APPROVED,25.00,0.00,25.00",
    "PAID,0.00,25.00,25.00",
    "REJECTED,0.00,0.00,50.00",
    "FAILED,0.00,0.00,50.00",
    "CANCELLED,0.00,0.00,50.00"
  })
  void aPayoutMovesTheBalanceAndNeverTheEarnings(
      String step, String reserved, String paid, String available) {
    Said clip = Said.of(somebody());
    records.say(
        clip.accrued("50.00", 4), clip.payout(step, "25.00"), clip.payout("REQUESTED", "25.00"));

    JsonNode dashboard =
        until(
            clip.clipper(),
            d ->
                total(d).equals("50.00")
                    && d.at("/balances/0/reserved").asString("").equals(reserved)
                    && d.at("/balances/0/paid").asString("").equals(paid));
    assertThat(dashboard.at("/balances/0/available").asString()).isEqualTo(available);
    assertThat(dashboard.at("/availableBalance").asString()).isEqualTo(available);
  }

  @Test
  void aPayoutHeardOfBeforeItsEarningsLeavesNothingAvailable() {
    Said clip = Said.of(somebody());
    records.say(clip.payout("PAID", "25.00"));

    JsonNode dashboard =
        until(clip.clipper(), d -> d.at("/balances/0/paid").asString("").equals("25.00"));
    assertThat(dashboard.at("/availableBalance").asString()).isEqualTo("0.00");
  }

  @Test
  void currenciesAreNeverAdded() {
    String clipper = somebody();
    Said yen = Said.of(clipper).in("JPY");
    Said euros = Said.of(clipper).in("EUR");
    records.say(yen.accrued("1000", 1), euros.accrued("7.50", 1));
    JsonNode two = until(clipper, d -> d.at("/balances").size() == 2);
    assertThat(two.get("currency").asString()).isEqualTo("EUR");
    assertThat(tiles(two)).contains("Total Earned €7.50");

    records.say(Said.of(clipper).accrued("0.002489", 1));
    JsonNode three = until(clipper, d -> d.at("/balances").size() == 3);
    assertThat(three.get("currency").asString()).isEqualTo("USD");
    assertThat(total(three)).isEqualTo("0.002489");
    assertThat(tiles(three)).contains("Total Earned $0.00");
    assertThat(three.at("/balances").toString())
        .contains("\"currency\":\"JPY\",\"earned\":\"1000\"")
        .contains("\"currency\":\"EUR\",\"earned\":\"7.50\"");
  }

  @Test
  void tenClipsAreShownNewestFirst() {
    Said clip = Said.of(somebody());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Said next =
          new Said(clip.campaign(), new UUID(0x0190_0000_0000_7000L + i, i), clip.clipper(), "USD");
      ids.addFirst(next.clip().toString());
      records.say(next.received());
    }

    JsonNode dashboard = until(clip.clipper(), d -> d.at("/clipsSubmitted").asLong() == 12);
    assertThat(dashboard.get("recentClips").valueStream().map(c -> c.get("id").asString()))
        .containsExactlyElementsOf(ids.subList(0, 10));
  }

  @Test
  void rejectedAndWithdrawnClipsCountAsSubmitted() {
    Said rejected = Said.of(somebody());
    Said withdrawn = rejected.another();
    records.say(rejected.received(), rejected.rejected(), rejected.received());
    records.say(withdrawn.withdrawn(), withdrawn.received());

    JsonNode dashboard =
        until(
            rejected.clipper(),
            d -> d.toString().contains("\"rejected\"") && d.toString().contains("\"withdrawn\""));
    assertThat(dashboard.at("/clipsSubmitted").asLong()).isEqualTo(2);
  }

  @Test
  void nobodySeesAnothersClips() {
    Said mine = Said.of(somebody());
    Said theirs = new Said(mine.campaign(), Said.id(), somebody(), "USD");
    records.say(mine.received(), mine.accrued("1.00", 1), theirs.received());
    records.say(
        theirs.accrued("987.65", 1),
        theirs.payout("PAID", "987.65"),
        theirs.views(987_654_321_987L, 1));
    until(mine.clipper(), d -> total(d).equals("1.00"));
    until(theirs.clipper(), d -> d.at("/balances/0/paid").asString("").equals("987.65"));

    JsonNode dashboard = service.dashboard(mine.clipper());
    assertThat(dashboard.toString())
        .doesNotContain(theirs.clip().toString(), "987.65", "987654321987");
    String other = PATH + "?clipperId=" + theirs.clipper() + "&sub=" + theirs.clipper();
    assertThat(service.get(other, TestTokens.clipper(mine.clipper())).body())
        .doesNotContain(theirs.clip().toString());
  }

  @ParameterizedTest
  @EnumSource
  void aForgedTokenIsRefused(Forgery forgery) {
    assertProblem(service.get(PATH, forgery.token("mallory")), 401, "unauthenticated");
  }

  @Test
  void onlyClippersHaveOne() {
    assertProblem(service.get(PATH, TestTokens.admin("ada")), 403, "forbidden");
    String analyst = TestTokens.token("ann").role("ANALYST").signed();
    assertProblem(service.get(PATH, analyst), 403, "forbidden");
    assertProblem(service.get(PATH, null), 401, "unauthenticated");
    assertProblem(service.get("/api/clippers/x", TestTokens.clipper("c")), 404, "not-found");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("https://clipmeter.io/problems/" + slug + "\"");
  }

  private JsonNode until(String clipper, Predicate<JsonNode> reached) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> service.dashboard(clipper), reached);
  }

  private static String total(JsonNode dashboard) {
    return dashboard.get("totalEarnings").asString();
  }

  private static List<String> tiles(JsonNode dashboard) {
    return dashboard
        .get("stats")
        .valueStream()
        .map(tile -> tile.get("title").asString() + " " + tile.get("value").asString())
        .toList();
  }

  private static String somebody() {
    return "clipper-" + UUID.randomUUID();
  }
}
