package io.clipmeter.tracking.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.testing.WithEngines;
import io.clipmeter.tracking.chaos.ConnectedChaosIT.OwnersOfClips;
import io.clipmeter.tracking.source.connected.ConnectedAccounts;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Readings from the providers that read through accounts of clippers: the platforms' own APIs, and
 * Ayrshare behind them.
 */
@WithEngines
@Import({ChaosWorld.class, OwnersOfClips.class})
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "db-scheduler.enabled=false",
      "clipmeter.tracking.turn.clock-ahead-max=100000d",
      "clipmeter.tracking.source.order.TIKTOK=TIKTOK,AYRSHARE",
      "clipmeter.tracking.source.order.YOUTUBE=AYRSHARE",
      "clipmeter.tracking.source.order.INSTAGRAM=INSTAGRAM,AYRSHARE",
      "clipmeter.tracking.source.kinds.INSTAGRAM=VIEWS",
      "clipmeter.tracking.tiktok.enabled=true",
      "clipmeter.tracking.tiktok.parallel-max=" + ConnectedChaosIT.TIKTOK_AT_ONCE,
      "clipmeter.tracking.tiktok.calls.per-minute=" + ConnectedChaosIT.TIKTOK_PER_MINUTE,
      "clipmeter.tracking.tiktok.calls.tries-max=3",
      "clipmeter.tracking.tiktok.calls.back-off=1ms",
      "clipmeter.tracking.tiktok.calls.back-off-max=50ms",
      "clipmeter.tracking.tiktok.calls.answer-timeout=1s",
      "clipmeter.tracking.instagram.enabled=true",
      "clipmeter.tracking.instagram.parallel-max=" + ConnectedChaosIT.AT_ONCE,
      "clipmeter.tracking.instagram.calls.per-minute=" + ConnectedChaosIT.PER_MINUTE,
      "clipmeter.tracking.instagram.calls.tries-max=3",
      "clipmeter.tracking.instagram.calls.back-off=1ms",
      "clipmeter.tracking.instagram.calls.back-off-max=50ms",
      "clipmeter.tracking.instagram.calls.answer-timeout=1s",
      "clipmeter.tracking.ayrshare.api-key=a-key",
      "clipmeter.tracking.ayrshare.parallel-max=" + ConnectedChaosIT.AT_ONCE,
      "clipmeter.tracking.ayrshare.calls.per-minute=" + ConnectedChaosIT.PER_MINUTE,
      "clipmeter.tracking.ayrshare.calls.tries-max=3",
      "clipmeter.tracking.ayrshare.calls.back-off=1ms",
      "clipmeter.tracking.ayrshare.calls.back-off-max=50ms",
      "clipmeter.tracking.ayrshare.calls.answer-timeout=1s",
      "clipmeter.tracking.round.chunk-max=10",
      "clipmeter.tracking.round.lease=1h"
    })
class ConnectedChaosIT extends ChaosTrial {
  static final int TIKTOK_PER_MINUTE = 10;
  static final int TIKTOK_AT_ONCE = 2;
  static final int PER_MINUTE = 60;
  static final int AT_ONCE = 4;

  private static final int CLIPS = 120;
  private static final Scene SCENE =
      new Scene(CAMPAIGNS, CLIPS, EnumSet.of(Platform.TIKTOK, Platform.INSTAGRAM));
  private static final HostileTikTok TIKTOK = new HostileTikTok(SCENE.truth(), SCENE.script());
  private static final HostileServer TIKTOK_SERVER =
      SCENE.add(TIKTOK, Scene.meter("UTC"), TIKTOK_PER_MINUTE, TIKTOK_AT_ONCE);
  private static final HostileServer OEMBED_SERVER =
      SCENE.add(
          new HostileOEmbed(SCENE.truth(), TIKTOK::denies),
          Scene.meter("UTC"),
          TIKTOK_PER_MINUTE,
          TIKTOK_AT_ONCE);
  private static final HostileServer INSTAGRAM_SERVER =
      SCENE.add(
          new HostileInstagram(SCENE.truth(), SCENE.script(), SCENE.herd()),
          Scene.meter("UTC"),
          PER_MINUTE,
          AT_ONCE);
  private static final HostileServer AYRSHARE_SERVER =
      SCENE.add(
          new HostileAyrshare(SCENE.truth(), SCENE.script()),
          Scene.meter("UTC"),
          PER_MINUTE,
          AT_ONCE);

  ConnectedChaosIT() {
    super(SCENE);
  }

  /** Whose accounts the clips are. */
  @TestConfiguration(proxyBeanMethods = false)
  static class OwnersOfClips {
    @Bean
    @Primary
    ConnectedAccounts owners() {
      return new Owners(SCENE.truth());
    }
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry properties) {
    properties.add("clipmeter.tracking.tiktok.base-url", TIKTOK_SERVER::uri);
    properties.add("clipmeter.tracking.tiktok.oembed-url", OEMBED_SERVER::uri);
    properties.add("clipmeter.tracking.instagram.base-url", INSTAGRAM_SERVER::uri);
    properties.add("clipmeter.tracking.ayrshare.base-url", AYRSHARE_SERVER::uri);
  }

  @AfterAll
  static void close() {
    SCENE.close();
  }

  @Override
  long readingsLeast() {
    return 4_700;
  }

  @Override
  Map<String, Set<? extends Enum<?>>> faults() {
    Set<? extends Enum<?>> hour = faultsOfCalls(Fault.OfCall.BUSY_UNTIL_A_DATE);
    return Map.of(
        HostileTikTok.NAME, hour,
        HostileInstagram.NAME, hour,
        HostileAyrshare.NAME, faultsOfCalls(Fault.OfCall.BUSY_FOR_AN_HOUR));
  }

  private static Set<Enum<?>> faultsOfCalls(Fault.OfCall other) {
    return Fault.all(EnumSet.complementOf(EnumSet.of(other)), EnumSet.allOf(Fault.OfItem.class));
  }

  @Override
  void theProvidersWereNotUsedTooMuch(Outcomes outcomes) {
    assertThat(TIKTOK_SERVER.meter().inAMinuteMost())
        .as("the rate was reached")
        .isEqualTo(TIKTOK_PER_MINUTE);
    assertThat(INSTAGRAM_SERVER.meter().inAMinuteMost())
        .as("the rate was reached")
        .isEqualTo(PER_MINUTE);
    assertThat(AYRSHARE_SERVER.meter().inAMinuteMost())
        .as("the rate was reached")
        .isEqualTo(PER_MINUTE);
    assertThat(AYRSHARE_SERVER.meter().atOnceMost()).as("calls met").isGreaterThan(1);
  }
}
