package io.clipmeter.tracking.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Service.Answer;
import io.clipmeter.tracking.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ManualStepsIT extends Stage {
  @Test
  void manySmallStepsOfOneAdminNeedAnotherLikeALargeOne() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    platforms.outage(true);
    assertThat(stepTo(clip, 60_000, campaign)).isEqualTo("CONFIRMED");
    assertThat(stepTo(clip, 100_100, campaign)).isEqualTo("CONFIRMED");
    assertThat(observed(campaign)).extracting(ViewsObserved::views).contains(60_000L, 100_100L);

    assertThat(stepTo(clip, 100_101, campaign)).isEqualTo("PENDING");

    platforms.outage(false);
    show(clip, 100_050);
    clock.advance(Duration.ofHours(1));
    round(campaign);
    platforms.outage(true);
    assertThat(stepTo(clip, 200_050, campaign)).isEqualTo("CONFIRMED");
  }

  private String stepTo(SubmissionReceived clip, long views, CampaignChanged campaign) {
    clock.advance(Duration.ofHours(1));
    Answer entered = enter(clip.submissionId(), views);
    round(campaign);
    return entered.json().path("state").asString();
  }

  @Test
  void anEntryIsReadOnceByEachClipOfItsVideo() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived clip = tracked(campaign, 1).getFirst();
    CampaignChanged other = Given.campaign();
    SubmissionReceived same =
        tracked(
                other,
                1,
                id -> Given.submission(id, clip.platform(), clip.videoId(), clip.canonicalUrl()))
            .getFirst();
    platforms.outage(true);
    clock.advance(Duration.ofHours(1));
    enter(same.submissionId(), 900);

    clock.advance(Duration.ofHours(1));
    round(campaign);
    round(campaign);
    round(other);

    assertThat(observed(campaign)).hasSize(1);
    assertThat(observed(other)).hasSize(1);
    assertThat(
            wire.events(
                Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsUnavailable.class))
        .extracting(ViewsUnavailable::lastKnownViews, ViewsUnavailable::observedAt)
        .containsExactly(Tuple.tuple(900L, clock.instant()));
  }

  private Answer enter(UUID clip, long views) {
    return service.post(
        "/api/admin/tracking/clips/" + clip + "/manual-readings",
        "{\"views\":" + views + ",\"evidence\":\"https://screens.example/1.png\"}");
  }

  private void round(CampaignChanged campaign) {
    service.post(
        "/api/view-tracking/update?wait=PT20S",
        "{\"campaignId\":\"" + campaign.campaignId() + "\"}");
    awaitNoOpenRound();
  }

  private List<ViewsObserved> observed(CampaignChanged campaign) {
    return wire.events(Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsObserved.class);
  }
}
