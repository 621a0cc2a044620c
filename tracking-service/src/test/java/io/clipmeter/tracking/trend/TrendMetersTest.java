package io.clipmeter.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class TrendMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TrendMeters meters = new TrendMeters(registry);

  @Test
  void eachResultOfEachKindIsShownBeforeItIsFirstSeen() {
    Collection<Counter> all = registry.get("clipmeter.tracking.trends.refreshed").counters();

    assertThat(all).hasSize(2 * TrendKind.values().length).allMatch(each -> each.count() == 0);
  }

  @Test
  void whatWasHadAndWhatWasNotAreCountedApart() {
    meters.refreshed(TrendKind.SOUNDS, true);
    meters.refreshed(TrendKind.SOUNDS, false);
    meters.refreshed(TrendKind.SOUNDS, false);

    assertThat(count("sounds", "replaced")).isOne();
    assertThat(count("sounds", "failed")).isEqualTo(2);
    assertThat(count("videos", "failed")).isZero();
  }

  private double count(String kind, String result) {
    return registry
        .get("clipmeter.tracking.trends.refreshed")
        .tag("kind", kind)
        .tag("result", result)
        .counter()
        .count();
  }
}
