package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForcedRoundsIT extends Stage {
  private static final String SUSPECTED =
      "SELECT count(*) FROM clip WHERE id = :id AND suspected_views = 5000000 AND suspected_in = 1";

  @Test
  void roundsThatAreForcedOneAfterAnotherConfirmNoJump() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    show(clip, 5_000_000);
    forced(campaign);
    clock.advance(Duration.ofMinutes(10));
    forced(campaign);
    assertThat(number(SUSPECTED, clip.submissionId())).isOne();
    clock.advance(Duration.ofMinutes(5));
    forced(campaign);

    awaitViews(clip, 5_000_000L);
    assertThat(
            wire.events(
                Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsUnavailable.class))
        .hasSize(2);
    assertThat(number(SUSPECTED, clip.submissionId())).isZero();
  }

  private void forced(CampaignChanged campaign) {
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }
}
