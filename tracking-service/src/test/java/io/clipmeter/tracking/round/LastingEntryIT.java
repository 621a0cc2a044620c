package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An admin's entry that holds for longer than it takes to believe a doubted GONE. */
@TestPropertySource(properties = "clipmeter.tracking.manual.valid-for=7d")
class LastingEntryIT extends Stage {

  /** Two clips, so that the provider shows one: what it calls gone is not its outage. */
  @Test
  void noClipEndsWhileItsEntryHoldsAndNoWitnessIsAsked() {
    CampaignChanged campaign = Given.campaign();
    List<SubmissionReceived> clips = tracked(campaign, 2);
    SubmissionReceived clip = clips.getFirst();
    platforms.remove(key(clip));
    clock.advance(Duration.ofHours(1));
    String entries = "/api/admin/tracking/clips/" + clip.submissionId() + "/manual-readings";
    String entry = "{\"views\":900,\"evidence\":\"https://screens.example/1.png\"}";
    assertThat(service.post(entries, entry).status()).isEqualTo(201);

    dailyRounds(campaign, clips.getLast(), 6);
    assertThat(status(clip)).isEqualTo("TRACKED");

    dailyRounds(campaign, clips.getLast(), 6);
    assertThat(status(clip)).isEqualTo("GONE");
  }

  private void dailyRounds(CampaignChanged campaign, SubmissionReceived shown, int days) {
    for (int day = 0; day < days; day++) {
      show(shown, 5_000);
      clock.advance(Duration.ofDays(1));
      round(campaign);
    }
  }

  private void round(CampaignChanged campaign) {
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }

  private String status(SubmissionReceived clip) {
    return jdbc.sql("SELECT status FROM clip WHERE id = :id")
        .param("id", clip.submissionId())
        .query(String.class)
        .single();
  }
}
