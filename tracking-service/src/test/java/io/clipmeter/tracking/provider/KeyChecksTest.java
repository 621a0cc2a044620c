package io.clipmeter.tracking.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.KeyCheck;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.Readings;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.ViewSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeyChecksTest {
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final CountDownLatch answers = new CountDownLatch(1);

  @Test
  void whoDoesNotAnswerInTimeDoesNotHoldUpThePage() {
    KeyChecks checks = new KeyChecks(clock, Duration.ofSeconds(2));
    ViewSource quick = new FakeViewSource(clock, Source.YOUTUBE);

    var shown = checks.of(List.of(new Slow(), quick));
    answers.countDown();

    assertThat(shown)
        .hasEntrySatisfying(
            Source.APIFY, key -> assertThat(key.detail()).isEqualTo("no answer yet"))
        .hasEntrySatisfying(Source.YOUTUBE, key -> assertThat(key.detail()).isEmpty());
  }

  /** A provider that answers when the test lets it. */
  private final class Slow implements ViewSource {
    @Override
    public Source name() {
      return Source.APIFY;
    }

    @Override
    public Set<io.clipmeter.events.Platform> platforms() {
      return Set.of();
    }

    @Override
    public Readings read(List<VideoRef> videos) {
      return Readings.failed(name(), clock.instant(), videos, Reading.failed("not asked for that"));
    }

    @Override
    public KeyCheck checkKey() {
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new KeyCheck.Good("late");
    }
  }
}
