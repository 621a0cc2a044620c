package io.clipmeter.submission.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.shortlink.Resolution;
import io.clipmeter.links.shortlink.Resolution.Obstacle;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import io.clipmeter.links.shortlink.Resolution.Refused;
import io.clipmeter.links.shortlink.Resolution.Unreachable;
import io.clipmeter.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LinkResolverTest {
  private static final ShortLink TIKTOK = link(Platform.TIKTOK);
  private static final LinkSettings SETTINGS =
      new LinkSettings(Duration.ofSeconds(5), 3, 8, Duration.ofMinutes(10));

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<Resolution> answer =
      new AtomicReference<>(new Unreachable(Obstacle.TIMEOUT));
  private final LinkResolver resolver =
      new LinkResolver(
          (link, now) -> {
            asked.incrementAndGet();
            return answer.get();
          },
          SETTINGS,
          SettableClock.at("2026-03-01T12:00:00Z"),
          new SimpleMeterRegistry());

  @Test
  void aPlatformThatDoesNotAnswerIsLeftAloneAndOthersAreNot() {
    ask(10);
    assertThat(asked).hasValue(10);
    assertThat(resolver.resolve(TIKTOK)).isEqualTo(new Unreachable(Obstacle.LEFT_ALONE));
    assertThat(asked).hasValue(10);
    resolver.resolve(link(Platform.INSTAGRAM));
    assertThat(asked).hasValue(11);
  }

  @Test
  void linksThatLeadNowhereAreAnswers() {
    answer.set(new Refused(Refusal.NOT_FOUND));
    ask(40);
    assertThat(asked).hasValue(40);
  }

  @Test
  void ourOwnLackOfPlacesSaysNothingOfThePlatform() {
    answer.set(new Unreachable(Obstacle.BUSY));
    ask(40);
    assertThat(asked).hasValue(40);
  }

  @Test
  void thePauseHasBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> pausing(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> pausing(Duration.ofMillis(600_001)));
    assertThat(pausing(Duration.ofMillis(1)).limits().hopsMax()).isEqualTo(3);
  }

  private void ask(int times) {
    for (int i = 0; i < times; i++) {
      resolver.resolve(TIKTOK);
    }
  }

  private static LinkSettings pausing(Duration pause) {
    return new LinkSettings(Duration.ofSeconds(5), 3, 8, pause);
  }

  private static ShortLink link(Platform platform) {
    return new ShortLink(platform, "ZMabc12de", "https://vm.tiktok.com/ZMabc12de/");
  }
}
