package io.clipmeter.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.ClipViews;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.tracking.source.apify.ApifyItems;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a submission to a closed round, over real topics and the real adapter. */
class FlowIT extends ApifyStage {

  @Test
  void aSubmissionIsReadAtOnceAndAnApprovedOneInEachRound() {
    CampaignChanged campaign = Given.campaign();
    List<SubmissionReceived> submissions =
        List.of(
            Given.tiktok(campaign.campaignId()),
            Given.youtube(campaign.campaignId()),
            Given.instagram(campaign.campaignId()));
    wire.send(campaign);
    submissions.forEach(submission -> show(submission, 1_000));
    submissions.forEach(wire::send);
    submissions.forEach(submission -> awaitBaseline(submission, 1_000));

    submissions.forEach(submission -> show(submission, 5_000));
    submissions.forEach(submission -> wire.send(Given.approval(submission, 1_000)));
    UUID round = awaitRound(campaign.campaignId(), 3);

    RoundClosed closed = awaitClosed(campaign.campaignId(), 1).getFirst();
    assertThat(closed.roundId()).isEqualTo(round);
    assertThat(List.of(closed.clips(), closed.observed(), closed.unavailable()))
        .containsExactly(3, 3, 0);
    List<ViewsObserved> updates =
        wire.events(Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsObserved.class);
    assertThat(updates).hasSize(3);
    assertThat(updates)
        .allSatisfy(
            update -> {
              assertThat(update.roundId()).isEqualTo(round);
              assertThat(update.views()).isEqualTo(5_000);
              assertThat(update.previousViews()).isEqualTo(1_000);
              assertThat(update.source()).isEqualTo(Source.APIFY);
              assertThat(update.clipperId()).isEqualTo("clipper-1");
            });
    assertClipViews(submissions.getFirst());
    assertCloudEvents(campaign.campaignId());
  }

  private void assertClipViews(SubmissionReceived submission) {
    String clip = submission.submissionId().toString();
    ClipViews latest = wire.events(Topic.CLIP_VIEWS, clip, ClipViews.class).getLast();
    assertThat(latest.baselineViews()).isEqualTo(1_000);
    assertThat(latest.views()).isEqualTo(5_000);
    JsonNode history = service.get("/api/view-tracking/clips/" + clip + "/history").json();
    assertThat(history.path("items").values())
        .extracting(item -> item.path("kind").asString())
        .containsExactly("ROUND", "BASELINE");
  }

  private void assertCloudEvents(UUID campaignId) {
    List<ConsumerRecord<String, String>> records =
        wire.all(Topic.VIEW_UPDATES, campaignId.toString());
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(Wire.header(record, "ce_specversion")).isEqualTo("1.0");
              assertThat(Wire.header(record, "ce_type"))
                  .isEqualTo("io.clipmeter.views-observed.v1");
              assertThat(Wire.header(record, "ce_source")).isNotBlank();
              assertThat(Wire.header(record, "ce_time")).isNotBlank();
              assertThat(Wire.header(record, "content-type")).isEqualTo("application/json");
              assertThat(Wire.header(record, "traceparent")).startsWith("00-");
            });
    assertThat(records).extracting(r -> Wire.header(r, "ce_id")).doesNotHaveDuplicates();
  }

  @Test
  void goneIsUnknownInTheFirstRoundAndGoneInTheSecondAndThenLeftAlone() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived stays = Given.tiktok(campaign.campaignId());
    SubmissionReceived goes = Given.tiktok(campaign.campaignId());
    wire.send(campaign);
    for (SubmissionReceived submission : List.of(stays, goes)) {
      show(submission, 100);
      wire.send(submission);
      awaitBaseline(submission, 100);
      wire.send(Given.approval(submission, 100));
    }
    APIFY.item(ref(goes), ApifyItems.notFound(ref(goes)));

    awaitRound(campaign.campaignId(), 2);
    awaitClosed(campaign.campaignId(), 1);
    awaitRound(campaign.campaignId(), 2);
    awaitClosed(campaign.campaignId(), 2);
    awaitRound(campaign.campaignId(), 1);
    List<RoundClosed> rounds = awaitClosed(campaign.campaignId(), 3);

    assertThat(rounds)
        .extracting(r -> List.of(r.clips(), r.observed(), r.unavailable(), r.unreadable()))
        .containsExactly(List.of(2, 1, 1, 1), List.of(2, 1, 1, 0), List.of(1, 1, 0, 0));
    assertThat(
            wire.events(
                Topic.VIEW_UPDATES, campaign.campaignId().toString(), ViewsUnavailable.class))
        .extracting(ViewsUnavailable::outcome, ViewsUnavailable::reason)
        .containsExactly(
            Tuple.tuple(ReadingOutcome.UNKNOWN, UnavailableReason.NOT_FOUND),
            Tuple.tuple(ReadingOutcome.GONE, UnavailableReason.NOT_FOUND));
  }
}
