package io.clipmeter.tracking.trigger;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Topic;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The schedule as it runs in production, only quicker. Its context ends with it, or it would take
 * rounds of later tests.
 */
@DirtiesContext
@TestPropertySource(
    properties = {
      "db-scheduler.enabled=true",
      "db-scheduler.polling-interval=100ms",
      "clipmeter.tracking.round.tick=200ms"
    })
class RoundScheduleIT extends Stage {

  @Test
  void roundsRunByTheClockWithoutAnybodyAsking() {
    CampaignChanged campaign = Given.campaign();
    tracked(campaign, 3);
    awaitRounds(campaign, 1);

    clock.advance(campaign.trackingInterval().plus(Duration.ofSeconds(1)));

    awaitRounds(campaign, 2);
    assertThat(jdbc.sql("SELECT task_name FROM scheduled_tasks").query(String.class).list())
        .contains("clipmeter.tracking.tick", "observation-months");
  }

  private void awaitRounds(CampaignChanged campaign, int count) {
    eventually(
        () ->
            assertThat(
                    wire.events(
                        Topic.TRACKING_ROUNDS, campaign.campaignId().toString(), RoundClosed.class))
                .hasSize(count));
  }
}
