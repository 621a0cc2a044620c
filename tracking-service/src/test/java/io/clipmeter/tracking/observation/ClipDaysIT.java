package io.clipmeter.tracking.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.testing.TestTokens;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ClipDaysIT extends Stage {
  @Autowired private Observations observations;

  @Test
  void aDayStandsAtItsLastReadingAndGrowsFromTheDayBefore() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    clock.set(Instant.parse("2027-01-10T23:59:59Z"));
    read(campaign, clip, 150);
    clock.set(Instant.parse("2027-01-11T00:00:00Z"));
    read(campaign, clip, 170);
    clock.set(Instant.parse("2027-01-11T12:00:00Z"));
    read(campaign, clip, 160);
    clock.set(Instant.parse("2027-01-13T00:00:00Z"));
    read(campaign, clip, 155);

    assertThat(days(clip.submissionId(), ""))
        .containsExactly(
            "2027-01-13 155 +0 of 1", "2027-01-11 160 +10 of 2", "2027-01-10 150 +50 of 1");
  }

  @Test
  void clippersSeeTheReadingsOfTheirOwnClipsAndOfNobodyElses() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    read(campaign, clip, 150);
    String own = "/api/clippers/clips/" + clip.submissionId();
    String mine = TestTokens.clipper(clip.clipperId());

    assertThat(first(own + "/history", mine).path("views").asLong()).isEqualTo(150);
    assertThat(first(own + "/days", mine).path("growth").asLong()).isEqualTo(50);
    for (String path : List.of(own + "/history", own + "/days")) {
      assertThat(service.send("GET", path, TestTokens.clipper("another"), null).problem())
          .isEqualTo("clip-not-found");
      assertThat(service.get(path).status()).isEqualTo(403);
    }
  }

  private JsonNode first(String path, String token) {
    return service.send("GET", path, token, null).json().path("items").path(0);
  }

  @Test
  void aPageEndsWhereTheNextBegins() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    for (int i = 1; i <= 4; i++) {
      clock.advance(Duration.ofDays(1));
      read(campaign, clip, 100 + 10L * i);
    }

    JsonNode first = service.get(path(clip.submissionId()) + "?pageSize=3").json();
    String token = first.path("nextPageToken").asString();
    List<String> all = days(clip.submissionId(), "");

    assertThat(shown(first)).isEqualTo(all.subList(0, 3)).allMatch(day -> day.contains("+10"));
    assertThat(days(clip.submissionId(), "?pageSize=3&pageToken=" + token))
        .isEqualTo(all.subList(3, 4));
  }

  @Test
  void whatCouldNotBeReadIsNoDay() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    clock.advance(Duration.ofDays(1));
    platforms.outage(true);
    round(campaign);

    assertThat(days(clip.submissionId(), "")).isEmpty();
  }

  @Test
  void aClipThatNobodyKnowsHasNoDays() {
    assertThat(service.get(path(UUID.randomUUID())).problem()).isEqualTo("clip-not-found");
  }

  @Test
  void onlyMonthsBeforeThoseThatAreKeptAreDropped() {
    for (String month : new String[] {"2020-01-01", "2020-02-01"}) {
      jdbc.sql("SELECT create_observation_month(:month::date)")
          .param("month", month)
          .query(Boolean.class)
          .single();
    }
    Instant inMay = Instant.parse("2020-05-31T23:00:00Z");

    assertThat(observations.dropMonths(inMay, 4)).isZero();
    assertThat(observations.dropMonths(inMay, 3)).isOne();
    assertThat(months()).doesNotContain("observation_2020_01").contains("observation_2020_02");
    observations.dropMonths(Instant.parse("2020-06-01T00:00:00Z"), 3);
    assertThat(months()).doesNotContain("observation_2020_02").isNotEmpty();
  }

  private List<String> months() {
    return jdbc.sql(
            "SELECT relname FROM pg_class WHERE relname ~ '^observation_[0-9]{4}_[0-9]{2}$'")
        .query((rs, n) -> rs.getString(1))
        .list();
  }

  private void read(CampaignChanged campaign, SubmissionReceived clip, long views) {
    show(clip, views);
    round(campaign);
  }

  private void round(CampaignChanged campaign) {
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }

  private List<String> days(UUID clip, String query) {
    return shown(service.get(path(clip) + query).json());
  }

  private static String path(UUID clip) {
    return "/api/view-tracking/clips/" + clip + "/days";
  }

  private static List<String> shown(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(
            day ->
                "%s %d +%d of %d"
                    .formatted(
                        day.path("day").asString(),
                        day.path("views").asLong(),
                        day.path("growth").asLong(),
                        day.path("readings").asInt()))
        .toList();
  }
}
