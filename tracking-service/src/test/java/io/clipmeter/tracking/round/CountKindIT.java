package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CountKindIT extends Stage {
  private static final String READ =
      """
      SELECT string_agg(outcome || ' ' || coalesce(count_kind, '-'), ', ' ORDER BY reading_id)
      FROM observation WHERE clip_id = :id AND kind = 'ROUND'
      """;

  @Test
  void anotherKindThanTheDeclaredOneIsNoReading() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    UUID id = clip.submissionId();

    read(campaign, clip, 300, Counts.Kind.VIEWS);
    read(campaign, clip, 900, Counts.Kind.PLAYS);
    read(campaign, clip, 310, Counts.Kind.VIEWS);

    assertThat(text(READ, id)).isEqualTo("OK VIEWS, UNKNOWN -, OK VIEWS");
    assertThat(number("SELECT last_views FROM clip WHERE id = :id", id)).isEqualTo(310);
    assertThat(text("SELECT last_kind FROM clip WHERE id = :id", id)).isEqualTo("VIEWS");
  }

  @Test
  void whereTheDeclaredKindChangesTheDifferenceIsNoGrowth() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    UUID id = clip.submissionId();
    read(campaign, clip, 300, Counts.Kind.VIEWS);
    jdbc.sql("UPDATE clip SET last_kind = 'PLAYS' WHERE id = :id").param("id", id).update();

    read(campaign, clip, 245_000, Counts.Kind.VIEWS);
    read(campaign, clip, 245_040, Counts.Kind.VIEWS);
    read(campaign, clip, 0, Counts.Kind.VIEWS);

    assertThat(published(campaign))
        .containsExactly("300 after 100", "300 after 300", "340 after 300");
    assertThat(text(READ, id)).isEqualTo("OK VIEWS, OK VIEWS, OK VIEWS, IMPLAUSIBLE VIEWS");
    JsonNode day =
        service.get("/api/view-tracking/clips/" + id + "/days").json().path("items").path(0);
    assertThat(day.path("views").asLong()).isEqualTo(340);
    JsonNode history = service.get("/api/view-tracking/clips/" + id + "/history").json();
    assertThat(history.path("items").path(1).path("views").asLong()).isEqualTo(245_040);
    assertThat(history.path("items").path(1).path("countKind").asString()).isEqualTo("VIEWS");
  }

  @Test
  void aFalseCountIsNotWhatAnotherKindIsMeasuredBy() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    UUID id = clip.submissionId();
    read(campaign, clip, 300, Counts.Kind.VIEWS);
    jdbc.sql("UPDATE clip SET last_kind = 'PLAYS' WHERE id = :id").param("id", id).update();

    platforms.tell(
        key(clip), new Reading.Ok(new Counts(3, 9_000L, null, null, null), VideoFacts.NONE));
    round(campaign);
    read(campaign, clip, 245_000, Counts.Kind.VIEWS);

    assertThat(published(campaign)).containsExactly("300 after 100", "300 after 300");
  }

  private java.util.List<String> published(CampaignChanged campaign) {
    awaitNoOpenRound();
    return wire
        .events(Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsObserved.class)
        .stream()
        .map(seen -> seen.views() + " after " + seen.previousViews())
        .toList();
  }

  private void read(
      CampaignChanged campaign, SubmissionReceived clip, long views, Counts.Kind kind) {
    platforms.tell(key(clip), new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE, kind));
    round(campaign);
  }

  private void round(CampaignChanged campaign) {
    clock.advance(Duration.ofMinutes(1));
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
  }
}
