package io.clipmeter.tracking.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.link.QuickLinks;
import io.clipmeter.tracking.observation.JumpSettings;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.order.ViewSourcesFixture;
import io.clipmeter.tracking.video.KnownCountsFixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LookUpsTest {
  private static final String URL = "https://www.youtube.com/watch?v=AAAAAAAAAAA";

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final FakeViewSource provider = new FakeViewSource(clock, Source.YOUTUBE);

  @Test
  void whoLooksUpDoesNotWaitForeverForASlowProvider() {
    CountDownLatch answers = new CountDownLatch(1);
    provider.before(videos -> waitFor(answers));
    LookUps lookUps =
        new LookUps(
            ViewSourcesFixture.of(clock, provider),
            QuickLinks.at(clock),
            KnownCountsFixture.unasked(),
            new LookUpSettings(Duration.ofMinutes(5), 100, Duration.ofMillis(200)),
            new JumpSettings(2_000_000, 100, Duration.ofMinutes(15)),
            clock);

    LookedUp found = lookUps.all(List.of(URL)).getFirst();
    answers.countDown();

    assertThat(found.status()).isEqualTo(LookedUp.Status.UNKNOWN);
    assertThat(found.views()).isNull();
  }

  private static void waitFor(CountDownLatch answers) {
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
