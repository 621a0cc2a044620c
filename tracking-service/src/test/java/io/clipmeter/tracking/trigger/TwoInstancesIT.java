package io.clipmeter.tracking.trigger;

import static io.clipmeter.tracking.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.CampaignChanged;
import io.clipmeter.events.RoundClosed;
import io.clipmeter.events.SubmissionReceived;
import io.clipmeter.events.Topic;
import io.clipmeter.tracking.Given;
import io.clipmeter.tracking.Stage;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.apify.ApifyItems;
import io.clipmeter.tracking.source.apify.ApifyStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two whole instances of the service on one database and one broker. */
class TwoInstancesIT extends Stage {
  private static final String APPLICATION = "io.clipmeter.tracking.TrackingApplication";
  @Autowired RoundStarter here;

  @Test
  void twoInstancesNeverYieldASecondRoundOrASecondEnd() throws Exception {
    List<CampaignChanged> campaigns = new ArrayList<>();
    try (ApifyStub apify = new ApifyStub();
        ConfigurableApplicationContext other = secondInstance(apify)) {
      for (int i = 0; i < 12; i++) {
        campaigns.add(Given.campaign());
        tracked(campaigns.getLast(), 4).forEach(clip -> show(apify, clip));
      }
      clock.set(java.time.InstantSource.system().instant());

      tickTogether(List.of(here, other.getBean(RoundStarter.class)));

      eventually(
          () ->
              assertThat(
                      jdbc.sql("SELECT count(*) FROM round WHERE status = 'CLOSED'")
                          .query(Long.class)
                          .single())
                  .isEqualTo(12));
    }
    assertThat(jdbc.sql("SELECT count(*) FROM round").query(Long.class).single()).isEqualTo(12);
    for (CampaignChanged campaign : campaigns) {
      String key = campaign.campaignId().toString();
      eventually(
          () ->
              assertThat(wire.events(Topic.TRACKING_ROUNDS, key, RoundClosed.class))
                  .singleElement()
                  .satisfies(closed -> assertThat(closed.observed()).isEqualTo(4)));
      assertThat(wire.all(Topic.VIEW_UPDATES, key)).hasSize(4);
    }
  }

  private static void tickTogether(List<RoundStarter> instances) throws Exception {
    List<Callable<Void>> ticks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      for (RoundStarter instance : instances) {
        ticks.add(
            () -> {
              instance.tick();
              return null;
            });
      }
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> tick : threads.invokeAll(ticks)) {
        tick.get();
      }
    }
  }

  private ConfigurableApplicationContext secondInstance(ApifyStub apify) throws Exception {
    Map<String, String> properties = new java.util.HashMap<>(engines.properties());
    properties.put("server.port", "0");
    properties.put("db-scheduler.enabled", "false");
    properties.put("clipmeter.tracking.apify.base-url", apify.uri().toString());
    properties.put("clipmeter.tracking.apify.api-key", "a-key");
    properties.put("clipmeter.tracking.apify.calls.per-minute", "100000");
    properties.put("clipmeter.tracking.apify.runs.poll-wait", "0s");
    properties.put("clipmeter.tracking.apify.runs.poll-pause", "10ms");
    properties.put("clipmeter.tracking.round.chunk-max", "10");
    return new SpringApplicationBuilder(Class.forName(APPLICATION))
        .run(
            properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
  }

  private static void show(ApifyStub apify, SubmissionReceived clip) {
    VideoRef video = VideoRef.of(clip.platform(), clip.videoId(), clip.canonicalUrl());
    apify.item(video, ApifyItems.good(video, 500));
  }
}
