package io.clipmeter.tracking.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.WithEngines;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ten thousand readings from the providers that need no account of a clipper's, of which one calls
 * videos gone that a witness shows where it can. {@code -Dchaos.clips=} makes it larger.
 */
@WithEngines
@Import(ChaosWorld.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "db-scheduler.enabled=false",
      "clipmeter.tracking.turn.clock-ahead-max=100000d",
      "clipmeter.tracking.apify.api-key=a-key",
      "clipmeter.tracking.apify.calls.per-minute=" + ChaosIT.APIFY_PER_MINUTE,
      "clipmeter.tracking.apify.calls.tries-max=3",
      "clipmeter.tracking.apify.calls.back-off=1ms",
      "clipmeter.tracking.apify.calls.back-off-max=50ms",
      "clipmeter.tracking.apify.calls.answer-timeout=1s",
      "clipmeter.tracking.apify.runs.urls-max=10",
      "clipmeter.tracking.apify.runs.parallel-max=" + ChaosIT.APIFY_AT_ONCE,
      "clipmeter.tracking.apify.runs.timeout=3s",
      "clipmeter.tracking.apify.runs.poll-wait=0s",
      "clipmeter.tracking.apify.runs.poll-pause=50ms",
      "clipmeter.tracking.apify.charges.monthly-cap-usd=" + ChaosIT.CAP_USD,
      "clipmeter.tracking.youtube.api-key=a-key",
      "clipmeter.tracking.youtube.ids-max=10",
      "clipmeter.tracking.youtube.parallel-max=" + ChaosIT.YOUTUBE_AT_ONCE,
      "clipmeter.tracking.youtube.calls.per-minute=" + ChaosIT.YOUTUBE_PER_MINUTE,
      "clipmeter.tracking.youtube.calls.tries-max=3",
      "clipmeter.tracking.youtube.calls.back-off=1ms",
      "clipmeter.tracking.youtube.calls.back-off-max=50ms",
      "clipmeter.tracking.youtube.calls.answer-timeout=1s",
      "clipmeter.tracking.youtube.charges.quota=" + ChaosIT.QUOTA,
      "clipmeter.tracking.source.order.TIKTOK=APIFY,TIKTOK",
      "clipmeter.tracking.tiktok.enabled=true",
      "clipmeter.tracking.tiktok.oembed-timeout=1s",
      "clipmeter.tracking.tiktok.parallel-max=" + ChaosIT.OEMBED_AT_ONCE,
      "clipmeter.tracking.tiktok.calls.per-minute=" + ChaosIT.OEMBED_PER_MINUTE,
      "clipmeter.tracking.round.chunk-max=10",
      "clipmeter.tracking.round.lease=1h"
    })
class ChaosIT extends ChaosTrial {
  static final String CAP_USD = "1.00";
  static final int QUOTA = 40;
  static final int APIFY_PER_MINUTE = 90;
  static final int APIFY_AT_ONCE = 5;
  static final int YOUTUBE_PER_MINUTE = 20;
  static final int YOUTUBE_AT_ONCE = 3;
  static final int OEMBED_PER_MINUTE = 10;
  static final int OEMBED_AT_ONCE = 2;

  /** At 0.0004 USD each. */
  private static final int VIDEOS_A_MONTH = 2_500;

  /**
   * A run that is begun sets money aside for all of its videos, whether it delivers them or not.
   */
  private static final long CAP_NEAR = 900_000;

  private static final int CLIPS = Integer.getInteger("chaos.clips", 256);
  private static final Scene SCENE = new Scene(CAMPAIGNS, CLIPS, EnumSet.allOf(Platform.class));
  private static final Meter APIFY = Scene.meter("UTC");
  private static final Meter YOUTUBE = Scene.meter("America/Los_Angeles");
  private static final HostileServer APIFY_SERVER =
      SCENE.add(
          new HostileApify(SCENE.truth(), SCENE.script(), APIFY, ChaosWorld.CLOCK),
          APIFY,
          APIFY_PER_MINUTE,
          APIFY_AT_ONCE);
  private static final HostileServer YOUTUBE_SERVER =
      SCENE.add(
          new HostileYouTube(SCENE.truth(), SCENE.script(), YOUTUBE),
          YOUTUBE,
          YOUTUBE_PER_MINUTE,
          YOUTUBE_AT_ONCE);
  private static final HostileOEmbed OEMBED =
      new HostileOEmbed(SCENE.truth(), video -> SCENE.truth().gone(video, SCENE.truth().wave()));
  private static final HostileServer OEMBED_SERVER =
      SCENE.add(OEMBED, Scene.meter("UTC"), OEMBED_PER_MINUTE, OEMBED_AT_ONCE);

  ChaosIT() {
    super(SCENE);
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry properties) {
    properties.add("clipmeter.tracking.apify.base-url", APIFY_SERVER::uri);
    properties.add("clipmeter.tracking.youtube.base-url", YOUTUBE_SERVER::uri);
    properties.add("clipmeter.tracking.tiktok.oembed-url", OEMBED_SERVER::uri);
  }

  @AfterAll
  static void close() {
    SCENE.close();
  }

  @Override
  long readingsLeast() {
    return 10_000;
  }

  @Override
  Map<String, Set<? extends Enum<?>>> faults() {
    return Map.of(
        "apify",
        Fault.all(
            EnumSet.complementOf(EnumSet.of(Fault.OfCall.BUSY_FOR_AN_HOUR)),
            EnumSet.allOf(Fault.OfItem.class),
            EnumSet.allOf(Fault.OfRun.class)),
        "youtube",
        Fault.all(
            EnumSet.complementOf(EnumSet.of(Fault.OfCall.BUSY_UNTIL_A_DATE)),
            EnumSet.allOf(Fault.OfItem.class),
            EnumSet.of(Fault.OfRun.ALL_GONE)),
        HostileOEmbed.NAME,
        Fault.all(
            EnumSet.of(
                Fault.OfCall.BUSY, Fault.OfCall.DOWN, Fault.OfCall.GATEWAY, Fault.OfCall.SLOW)));
  }

  @Override
  void theProvidersWereNotUsedTooMuch(Outcomes outcomes) {
    assertThat(APIFY.videosByMonth().values())
        .as("videos that Apify charges for, by month")
        .allMatch(videos -> videos <= VIDEOS_A_MONTH);
    assertThat(outcomes.spentMost()).as("the cap was reached").isBetween(CAP_NEAR, 1_000_000L);
    assertThat(YOUTUBE.unitsByDay().values())
        .as("units of YouTube's quota, by day")
        .allMatch(units -> units <= QUOTA);
    assertThat(outcomes.unitsMost())
        .as("the quota was reached")
        .isBetween(QUOTA - 1L, (long) QUOTA);
    assertThat(APIFY.inAMinuteMost()).as("the rate was reached").isEqualTo(APIFY_PER_MINUTE);
    assertThat(YOUTUBE.inAMinuteMost()).as("the rate was reached").isEqualTo(YOUTUBE_PER_MINUTE);
    assertThat(OEMBED.shown()).as("videos that a witness showed").isPositive();
    assertThat(APIFY.atOnceMost()).as("calls met").isGreaterThan(1);
    assertThat(YOUTUBE.atOnceMost()).as("calls met").isGreaterThan(1);
  }
}
