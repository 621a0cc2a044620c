package io.clipmeter.tracking.round;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GoneIT extends Stage {
  @Autowired private MeterRegistry meters;

  @Test
  void roundsThatAreForcedDoNotConfirmThatAVideoIsGoneButTimeDoes() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 2).getFirst();
    platforms.remove(key(clip));
    round(campaign);
    clock.advance(Duration.ofSeconds(1));
    round(campaign);
    assertThat(status(clip)).isEqualTo("TRACKED");
    clock.advance(Duration.ofHours(23));
    round(campaign);
    assertThat(status(clip)).isEqualTo("TRACKED");
    clock.advance(Duration.ofHours(1));
    round(campaign);

    assertThat(status(clip)).isEqualTo("GONE");
    assertThat(unavailable(campaign))
        .extracting(ViewsUnavailable::outcome)
        .containsExactly(
            ReadingOutcome.UNKNOWN,
            ReadingOutcome.UNKNOWN,
            ReadingOutcome.UNKNOWN,
            ReadingOutcome.GONE);
  }

  /** Two clips, so that the provider shows one: what it calls gone is not its outage. */
  @Test
  void whatWasReadOfAnEntryDoesNotHideThatTheVideoIsGoneSince() {
    CampaignChanged campaign = Given.campaign();
    List<SubmissionReceived> clips = tracked(campaign, 2);
    SubmissionReceived clip = clips.getFirst();
    show(clips.getLast(), 5_000);
    platforms.remove(key(clip));
    clock.advance(Duration.ofHours(1));
    service.post(
        "/api/admin/tracking/clips/" + clip.submissionId() + "/manual-readings",
        "{\"views\":900,\"evidence\":\"https://screens.example/1.png\"}");
    clock.advance(Duration.ofMinutes(1));
    round(campaign);
    assertThat(goneSaid(clip)).isEqualTo("");

    clock.advance(Duration.ofHours(4));
    round(campaign);

    assertThat(goneSaid(clip)).isNotEmpty();
    assertThat(text("SELECT last_views::text FROM clip WHERE id = :id", clip.submissionId()))
        .isEqualTo("900");
  }

  private String goneSaid(SubmissionReceived clip) {
    return text(
        "SELECT coalesce(gone_said_at::text, '') FROM clip WHERE id = :id", clip.submissionId());
  }

  @Test
  void anOutageOfWeeksTakesOutNoneOfAFewClips() {
    CampaignChanged campaign = Given.campaign();
    List<SubmissionReceived> clips = tracked(campaign, 2);
    clips.forEach(clip -> platforms.remove(key(clip)));
    for (int day = 0; day < 14; day++) {
      round(campaign);
      clock.advance(Duration.ofDays(1));
    }
    assertThat(clips).allSatisfy(clip -> assertThat(status(clip)).isEqualTo("TRACKED"));
    assertThat(meters.get("clipmeter.tracking.gone.unproven").gauge().value()).isEqualTo(2);

    show(clips.getLast(), 5_000);
    round(campaign);

    assertThat(clips).extracting(this::status).containsExactly("GONE", "TRACKED");
    assertThat(meters.get("clipmeter.tracking.gone.unproven").gauge().value()).isZero();
  }

  @Test
  void aVideoThatWasShownInBetweenWasNeverMissingTwiceInARow() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.remove(key(clip));
    round(campaign);
    clock.advance(Duration.ofHours(16));
    show(clip, 5_000_000);
    round(campaign);
    clock.advance(Duration.ofHours(16));
    platforms.remove(key(clip));
    round(campaign);

    assertThat(status(clip)).isEqualTo("TRACKED");
  }

  @Test
  void whatOthersShowedInBetweenHasToBeGoneAnew() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 2).getFirst();
    platforms.remove(key(clip));
    round(campaign);
    platforms.tell(key(clip), Reading.uncounted("others show it"));
    for (int hour = 1; hour < 24; hour++) {
      clock.advance(Duration.ofHours(1));
      round(campaign);
    }
    platforms.remove(key(clip));
    clock.advance(Duration.ofHours(1));
    round(campaign);
    clock.advance(Duration.ofHours(23));
    round(campaign);
    assertThat(status(clip)).isEqualTo("TRACKED");
    clock.advance(Duration.ofHours(1));
    round(campaign);
    assertThat(status(clip)).isEqualTo("GONE");
  }

  private void round(CampaignChanged campaign) {
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }

  private List<ViewsUnavailable> unavailable(CampaignChanged campaign) {
    eventually(
        () ->
            assertThat(
                    wire.events(
                        Topic.TRACKING_ROUNDS,
                        campaign.campaignId().toString(),
                        io.clipmeter.events.RoundClosed.class))
                .hasSize(4));
    return wire.events(
        Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsUnavailable.class);
  }

  private String status(SubmissionReceived clip) {
    return text("SELECT status FROM clip WHERE id = :id", clip.submissionId());
  }
}
