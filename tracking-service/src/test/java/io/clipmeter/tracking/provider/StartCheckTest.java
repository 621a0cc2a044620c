package io.clipmeter.tracking.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.events.Source;
import io.clipmeter.testing.SettableClock;
import io.clipmeter.tracking.source.FakeViewSource;
import io.clipmeter.tracking.source.ViewSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartCheckTest {
  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");

  @Test
  void whoDoesNotServeUsIsNamedAndWhoDoesNotAnswerIsNot() {
    FakeViewSource good = new FakeViewSource(clock, Source.YOUTUBE);
    FakeViewSource silent = new FakeViewSource(clock, Source.AYRSHARE);
    silent.outage(true);
    FakeViewSource mistyped = new FakeViewSource(clock, Source.APIFY);
    mistyped.refuseKey("there is no actor a~b");

    assertThat(check(good, silent, mistyped).refusals())
        .containsExactlyEntriesOf(Map.of(Source.APIFY, "there is no actor a~b"));
  }

  private StartCheck check(ViewSource... sources) {
    return new StartCheck(List.of(sources), new KeyChecks(clock, Duration.ofSeconds(10)));
  }
}
