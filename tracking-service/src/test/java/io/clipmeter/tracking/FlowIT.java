package io.clipmeter.tracking;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.ClipViews;
import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.Source;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.SubmissionRejected;
import io.clipmeter.events.Topic;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.WithEngines;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyItems;
import io.clipmeter.tracking.source.apify.ApifyStub;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From a submission to a closed round, over real topics and the real adapter. */
@WithEngines
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "db-scheduler.enabled=false",
      "clipmeter.tracking.apify.api-key=a-key",
      "clipmeter.tracking.apify.calls.per-minute=100000",
      "clipmeter.tracking.apify.calls.back-off=1ms",
      "clipmeter.tracking.apify.runs.poll-wait=0s",
      "clipmeter.tracking.apify.runs.poll-pause=10ms",
      "clipmeter.tracking.baseline.poll=50ms",
      "clipmeter.tracking.baseline.retry-first=100ms"
    })
class FlowIT {
  private static final ApifyStub APIFY = new ApifyStub();

  @LocalServerPort int port;
  @Autowired Engines engines;
  private Wire wire;
  private Service service;

  @DynamicPropertySource
  static void apify(DynamicPropertyRegistry properties) {
    properties.add("clipmeter.tracking.apify.base-url", APIFY::uri);
  }

  @BeforeEach
  void open() {
    wire = new Wire(engines.bootstrapServers());
    service = new Service(port);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @AfterAll
  static void closeStub() {
    APIFY.close();
  }

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
  void metadataIsKeptAndPublishedOnceUntilItChanges() {
    CampaignChanged campaign = Given.campaign();
    SubmissionReceived submission = Given.tiktok(campaign.campaignId());
    wire.send(campaign);
    show(submission, 7);
    wire.send(submission);
    awaitBaseline(submission, 7);
    wire.send(Given.approval(submission, 7));
    awaitRound(campaign.campaignId(), 1);
    awaitClosed(campaign.campaignId(), 1);
    awaitRound(campaign.campaignId(), 1);
    awaitClosed(campaign.campaignId(), 2);

    List<VideoObserved> observed = observed(submission);

    assertThat(observed).hasSize(1);
    VideoObserved video = observed.getFirst();
    assertThat(video.author())
        .isEqualTo(
            new VideoObserved.Author(
                "6776371925083915000", "someone", "Some One", "https://cdn.example/a.jpg"));
    assertThat(video.caption()).isEqualTo("A caption #summer");
    assertThat(video.hashtags()).containsExactly("summer");
    assertThat(video.mentions()).containsExactly("brand");
    assertThat(video.durationSeconds()).isEqualTo(73);
    assertThat(video.postedAt()).isEqualTo("2026-01-07T15:26:46Z");
    assertThat(video.saves()).isEqualTo(5);
  }

  @Test
  void aSecondSubmissionOfAVideoRepeatsTheUndecidedBaselines() {
    SubmissionReceived first = Given.tiktok(UUID.randomUUID());
    show(first, 10);
    wire.send(first);
    awaitBaseline(first, 10);
    SubmissionReceived second =
        Given.submission(
            UUID.randomUUID(), first.platform(), first.videoId(), first.canonicalUrl());
    show(first, 30);

    wire.send(second);
    awaitBaseline(second, 30);
    VideoObserved both = observed(first).getLast();
    wire.send(
        new SubmissionRejected(
            first.submissionId(),
            first.campaignId(),
            "clipper-1",
            first.platform(),
            first.videoId(),
            "not ours",
            "admin-1",
            Given.NOW));
    SubmissionReceived third =
        Given.submission(
            first.campaignId(), first.platform(), first.videoId(), first.canonicalUrl());
    wire.send(third);
    awaitBaseline(third, 30);

    assertThat(both.baselines())
        .extracting(VideoObserved.Baseline::views)
        .containsExactlyInAnyOrder(10L, 30L);
    assertThat(observed(first).getLast().baselines())
        .extracting(VideoObserved.Baseline::submissionId)
        .containsExactlyInAnyOrder(second.submissionId(), third.submissionId());
  }

  @Test
  void aVideoThatIsNotThereIsSaidToBeUnavailableOnceAndTriedAgain() {
    SubmissionReceived submission = Given.tiktok(UUID.randomUUID());
    APIFY.item(ref(submission), ApifyItems.notFound(ref(submission)));
    wire.send(submission);
    eventually(() -> assertThat(unavailable(submission)).hasSize(1));

    show(submission, 99);

    awaitBaseline(submission, 99);
    assertThat(unavailable(submission))
        .extracting(VideoUnavailable::reason)
        .containsExactly(UnavailableReason.NOT_FOUND);
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
            org.assertj.core.groups.Tuple.tuple(
                ReadingOutcome.UNKNOWN, UnavailableReason.NOT_FOUND),
            org.assertj.core.groups.Tuple.tuple(ReadingOutcome.GONE, UnavailableReason.NOT_FOUND));
  }

  private UUID awaitRound(UUID campaignId, int clips) {
    UUID[] round = new UUID[1];
    eventually(
        () -> {
          JsonNode answer =
              service
                  .post(
                      "/api/view-tracking/update?wait=PT10S",
                      "{\"campaignId\":\"" + campaignId + "\"}")
                  .json();
          assertThat(answer.path("rounds").values()).hasSize(1);
          round[0] = UUID.fromString(answer.path("rounds").path(0).path("roundId").asString());
        });
    JsonNode shown = service.get("/api/view-tracking/rounds/" + round[0]).json();
    assertThat(shown.path("clips").asInt()).isEqualTo(clips);
    assertThat(shown.path("status").asString()).isEqualTo("CLOSED");
    return round[0];
  }

  private List<RoundClosed> awaitClosed(UUID campaignId, int count) {
    eventually(() -> assertThat(closed(campaignId)).hasSize(count));
    return closed(campaignId);
  }

  private List<RoundClosed> closed(UUID campaignId) {
    return wire.events(Topic.TRACKING_ROUNDS, campaignId.toString(), RoundClosed.class);
  }

  private void awaitBaseline(SubmissionReceived submission, long views) {
    eventually(
        () ->
            assertThat(observed(submission))
                .flatExtracting(VideoObserved::baselines)
                .anySatisfy(
                    baseline -> {
                      assertThat(baseline.submissionId()).isEqualTo(submission.submissionId());
                      assertThat(baseline.views()).isEqualTo(views);
                    }));
  }

  private List<VideoObserved> observed(SubmissionReceived submission) {
    return wire.events(Topic.VIDEOS, key(submission), VideoObserved.class);
  }

  private List<VideoUnavailable> unavailable(SubmissionReceived submission) {
    return wire.events(Topic.VIDEOS, key(submission), VideoUnavailable.class);
  }

  private static void show(SubmissionReceived submission, long views) {
    APIFY.item(ref(submission), ApifyItems.good(ref(submission), views));
  }

  private static VideoRef ref(SubmissionReceived submission) {
    return VideoRef.of(submission.platform(), submission.videoId(), submission.canonicalUrl());
  }

  private static String key(SubmissionReceived submission) {
    return submission.platform() + ":" + submission.videoId();
  }
}
