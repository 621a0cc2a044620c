package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Platform;
import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.Answers;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.batch.QuickRuns;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When what an admin entered is looked for. */
class ManualOrderTest {
  private static final VideoRef ONE = VideoRef.of(Platform.TIKTOK, "1", "https://t/1");
  private static final VideoRef TWO = VideoRef.of(Platform.TIKTOK, "2", "https://t/2");
  private static final VideoRef THREE = VideoRef.of(Platform.TIKTOK, "3", "https://t/3");

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final FakeViewSource first = new FakeViewSource(clock, Source.APIFY);
  private final FakeViewSource second = new FakeViewSource(clock, Source.TIKTOK);

  @Test
  void anAdminsEntryIsReadThoughAProviderThatShowsOthersCallsTheVideoGone() {
    FakeViewSource manual = new FakeViewSource(clock, Source.MANUAL);
    manual.show(TWO.key(), 30);
    first.show(ONE.key(), 10);
    first.remove(TWO.key());
    first.remove(THREE.key());
    ViewSources sources =
        new ViewSources(
            List.of(first, second, manual),
            new SourceSettings(
                Map.of(Platform.TIKTOK, List.of(Source.APIFY, Source.TIKTOK, Source.MANUAL)),
                Map.of()),
            QuickRuns.at(clock),
            ViewSourcesFixture.doubts(new FakeGoneWatch(), new SimpleMeterRegistry(), clock),
            new SimpleMeterRegistry(),
            clock);

    Answers answers = sources.readFirst(Platform.TIKTOK, List.of(ONE, TWO, THREE));

    assertThat(((Reading.Ok) answers.of(TWO.key()).reading()).counts().views()).isEqualTo(30);
    assertThat(answers.of(TWO.key()).source()).isEqualTo(Source.MANUAL);
    assertThat(answers.of(THREE.key()).reading()).isInstanceOf(Reading.Gone.class);
    assertThat(answers.of(THREE.key()).source()).isEqualTo(Source.APIFY);
    assertThat(second.asked()).isEmpty();
    assertThat(manual.asked()).containsExactly(List.of(TWO, THREE));
  }
}
