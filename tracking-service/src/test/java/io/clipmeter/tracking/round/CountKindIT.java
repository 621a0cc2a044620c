package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountKindIT extends Stage {
  private static final String READ =
      """
      SELECT string_agg(outcome || ' ' || coalesce(count_kind, '-'), ', ' ORDER BY reading_id)
      FROM observation WHERE clip_id = :id AND kind = 'ROUND'
      """;

  @Test
  void growthIsTakenWithinOneKindOfCount() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    UUID id = clip.submissionId();

    read(campaign, clip, 300, Counts.Kind.PLAYS);
    read(campaign, clip, 900, Counts.Kind.VIEWS);
    read(campaign, clip, 310, Counts.Kind.PLAYS);

    assertThat(text(READ, id)).isEqualTo("OK PLAYS, UNKNOWN -, OK PLAYS");
    assertThat(number("SELECT last_views FROM clip WHERE id = :id", id)).isEqualTo(310);
    assertThat(text("SELECT last_kind FROM clip WHERE id = :id", id)).isEqualTo("PLAYS");
  }

  private void read(
      CampaignChanged campaign, SubmissionReceived clip, long views, Counts.Kind kind) {
    platforms.tell(key(clip), new Reading.Ok(Counts.ofViews(views), VideoFacts.NONE, kind));
    clock.advance(Duration.ofMinutes(1));
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
  }
}
