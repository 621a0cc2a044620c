package io.clipmeter.submission;

import static io.clipmeter.submission.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.CampaignStatus;
import io.clipmeter.events.CompletionReason;
import io.clipmeter.events.SubmissionApproved;
import io.clipmeter.events.SubmissionReceived;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** This service's part of the journey from a campaign to final earnings. */
@ServiceTest
class JourneyIT {
  private static final String VIDEO = "7524354452762030001";

  @Autowired Service service;
  @Autowired Records records;

  @Test
  void aVideoBecomesAClipAndItsEarningsAreShown() {
    UUID campaign = service.activeCampaign();
    String url = "https://www.tiktok.com/@cleo/video/" + VIDEO + "?x=1";
    Answer pending = service.submit("cleo", campaign, url).is(201);
    assertThat(pending.text("status")).isEqualTo("PENDING");
    assertThat(pending.text("initialViews")).isEqualTo("null");
    UUID clip = pending.id();
    String approve = "/api/admin/submissions/" + clip + "/approve";
    service.admin().post(approve, "").isProblem(409, "baseline-pending");

    records.say(Said.observed(VIDEO, 40, NOON, Said.baseline(clip, 40)));
    await().until(() -> clip(clip).text("initialViews").equals("40"));
    service.admin().post(approve, "").is(200);
    assertThat(clip(clip).text("status")).isEqualTo("APPROVED");

    records.say(Said.accrued(campaign, clip, "100.00"));
    records.say(Said.spent(campaign, "100.00", "100.00"));
    records.say(Said.finalized(campaign, clip, "100.00"));
    records.say(Said.completed(campaign, CompletionReason.BUDGET_SPENT));
    await().until(() -> !clip(clip).text("finalEarnings").equals("null"));
    await().until(() -> offer(campaign).text("status").equals("COMPLETED"));
    await().until(() -> offer(campaign).text("spent.amount").equals("100.00"));
    assertThat(offer(campaign).text("remaining.amount")).isEqualTo("0.00");
    assertThat(clip(clip).text("earnings.amount")).isEqualTo("100.00");
    assertThat(clip(clip).text("finalEarnings.amount")).isEqualTo("100.00");
    toldOthers(campaign, clip);
  }

  private void toldOthers(UUID campaign, UUID clip) {
    String key = campaign.toString();
    await()
        .untilAsserted(
            () ->
                assertThat(records.heard(CampaignChanged.class, key))
                    .extracting(CampaignChanged::status)
                    .containsExactly(CampaignStatus.ACTIVE, CampaignStatus.COMPLETED));
    assertThat(records.heard(SubmissionReceived.class, key))
        .extracting(SubmissionReceived::submissionId)
        .containsExactly(clip);
    assertThat(records.heard(SubmissionApproved.class, key))
        .extracting(SubmissionApproved::initialViews, SubmissionApproved::approvedBy)
        .containsExactly(tuple(40L, "ada"));
  }

  private Answer clip(UUID clip) {
    return service.clipper("cleo").get("/api/clippers/submissions/" + clip).is(200);
  }

  private Answer offer(UUID campaign) {
    return service.clipper("cleo").get("/api/clippers/campaigns/" + campaign).is(200);
  }
}
