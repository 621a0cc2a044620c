package io.clipmeter.payout.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WatchSettingsTest {
  @Test
  void looksEveryHalfMinuteUnlessToldOtherwise() {
    assertThat(bind(Map.of()).every()).isEqualTo(Duration.ofSeconds(30));
    assertThat(bind(Map.of("clipmeter.payout.watch.every", "1d")).every())
        .isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "999ms", "-1s", "25h"})
  void refusesAPauseThatIsOutOfRange(String every) {
    assertThatThrownBy(() -> bind(Map.of("clipmeter.payout.watch.every", every)))
        .rootCause()
        .hasMessageContaining("clipmeter.payout.watch.every must be");
  }

  private static WatchSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("clipmeter.payout.watch", WatchSettings.class);
  }
}
