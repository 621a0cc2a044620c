package io.clipmeter.tracking;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.events.VideoObserved;
import io.clipmeter.events.VideoUnavailable;
import io.clipmeter.testing.Engines;
import io.clipmeter.testing.WithEngines;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyItems;
import io.clipmeter.tracking.source.apify.ApifyStub;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service on real engines, with the real adapter, pointed at a stub of Apify. */
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
      "clipmeter.tracking.gone.confirm-after=0s",
      "clipmeter.tracking.baseline.gone-tries=100",
      "clipmeter.tracking.baseline.poll=50ms",
      "clipmeter.tracking.baseline.retry-first=100ms"
    })
abstract class ApifyStage {
  /** One for all tests, as the context is. */
  protected static final ApifyStub APIFY = new ApifyStub();

  @LocalServerPort int port;
  @Autowired Engines engines;
  protected Wire wire;
  protected Service service;

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

  protected UUID awaitRound(UUID campaignId, int clips) {
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

  protected List<RoundClosed> awaitClosed(UUID campaignId, int count) {
    eventually(() -> assertThat(closed(campaignId)).hasSize(count));
    return closed(campaignId);
  }

  protected List<RoundClosed> closed(UUID campaignId) {
    return wire.events(Topic.TRACKING_ROUNDS, campaignId.toString(), RoundClosed.class);
  }

  protected void awaitBaseline(SubmissionReceived submission, long views) {
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

  protected List<VideoObserved> observed(SubmissionReceived submission) {
    return wire.events(Topic.VIDEOS, key(submission), VideoObserved.class);
  }

  protected List<VideoUnavailable> unavailable(SubmissionReceived submission) {
    return wire.events(Topic.VIDEOS, key(submission), VideoUnavailable.class);
  }

  protected static void show(SubmissionReceived submission, long views) {
    APIFY.item(ref(submission), ApifyItems.good(ref(submission), views));
  }

  protected static VideoRef ref(SubmissionReceived submission) {
    return VideoRef.of(submission.platform(), submission.videoId(), submission.canonicalUrl());
  }

  protected static String key(SubmissionReceived submission) {
    return submission.platform() + ":" + submission.videoId();
  }
}
