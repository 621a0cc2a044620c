package io.clipmeter.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.Event;
import io.clipmeter.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is taken out is marked; what is deleted at the broker changes nothing. */
@ServiceTest
class TakenOutIT {
  @Autowired Service service;
  @Autowired Records records;
  @Autowired JdbcClient jdbc;

  private final String clipper = "clipper-" + UUID.randomUUID();

  @Test
  void aSubmissionThatIsWithdrawnOrRejectedStaysAndSaysSo() {
    Said withdrawn = Said.of(clipper);
    Said rejected = Said.of(clipper);
    records.say(withdrawn.received(), withdrawn.withdrawn(), withdrawn.received());
    records.say(rejected.rejected(), rejected.received());
    awaitClips(2);

    assertThat(recent(withdrawn)).isEqualTo("withdrawn");
    assertThat(recent(rejected)).isEqualTo("rejected");
    assertThat(new Tables(jdbc).sumsThatDiffer()).isEmpty();
  }

  @Test
  void aVideoThatIsGoneKeepsItsCountsUntilItIsThereAgain() {
    SaidVideo video = SaidVideo.tiktok("out-" + UUID.randomUUID()).views(70).tagged("takenout");
    records.say(video.observed(), video.at(1).unavailable());
    await().untilAsserted(() -> assertThat(video(video)).isEqualTo("70 DELETED"));
    records.say(video.at(2).views(80).observed());
    await().untilAsserted(() -> assertThat(video(video)).startsWith("80 "));
    assertThat(new Tables(jdbc).daysThatDiffer()).isEmpty();
  }

  @Test
  void whatIsGivenBackOrReleasedIsAvailableAgain() {
    Said clip = Said.of(clipper);
    UUID hold = Said.id();
    Event taken = clip.adjusted(Said.id(), "-5.00");
    records.say(clip.accrued("20.00", 1), clip.held(hold, "4.00"), taken, taken);
    records.say(clip.payout("REQUESTED", "10.00"));
    await().untilAsserted(() -> assertThat(available()).isEqualTo("1.00"));
    records.say(clip.released(hold, "4.00"), clip.payout("CANCELLED", "10.00"));
    await().untilAsserted(() -> assertThat(available()).isEqualTo("15.00"));
  }

  @Test
  void aRecordWithoutAValueIsSetAsideAndTakesNothingOut() {
    Said clip = Said.of(clipper);
    SaidVideo video = SaidVideo.tiktok("kept-" + UUID.randomUUID());
    Event campaign = clip.campaign(1, CampaignStatus.ACTIVE, "Kept");
    Event earned = clip.accrued("3.00", 1);
    List<Event> said = List.of(campaign, clip.received(), earned, video.observed());
    said.forEach(records::say);
    awaitClips(1);
    for (Event event : said) {
      String topic = event.type().topic().topicName();
      records.delete(topic, event.key());
      records.say(topic, event.key(), event.type().ceType(), null);
    }
    for (Event event : said) {
      awaitSetAside(event.type().topic(), event.key());
    }
    records.say(clip.accrued("4.00", 2), clip.campaign(2, CampaignStatus.PAUSED, "Still kept"));

    await().untilAsserted(() -> assertThat(available()).isEqualTo("4.00"));
    assertThat(video(video)).startsWith("10 ");
    await()
        .untilAsserted(
            () ->
                assertThat(service.dashboard(clipper).at("/recentClips/0/campaign").asString())
                    .isEqualTo("Still kept"));
  }

  /** Both: the one with headers and the one without. */
  private void awaitSetAside(Topic topic, String key) {
    String dead = topic.topicName() + ".analytics-" + topic.topicName().split("\\.")[1] + ".dlt";
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(records.keys(dead)).filteredOn(key::equals).hasSize(2));
  }

  private void awaitClips(int clips) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.dashboard(clipper).at("/clipsSubmitted").asInt() == clips);
  }

  private String available() {
    return service.dashboard(clipper).at("/availableBalance").asString();
  }

  private String recent(Said clip) {
    for (JsonNode each : service.dashboard(clipper).path("recentClips")) {
      if (each.toString().contains(clip.clip().toString())) {
        return each.path("status").asString();
      }
    }
    return "";
  }

  private String video(SaidVideo video) {
    return jdbc.sql(
            "SELECT views || ' ' || coalesce(unavailable, '') FROM video WHERE video_id = ?")
        .param(video.id())
        .query(String.class)
        .optional()
        .orElse("");
  }
}
