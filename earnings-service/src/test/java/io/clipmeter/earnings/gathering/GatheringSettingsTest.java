package io.clipmeter.earnings.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, PT0.001S, PT0S, 0",
    "64, 100000, 1000000, 10000000, PT24H, PT1H, 1000000"
  })
  void takesItsBounds(
      int threads, int atOnce, int round, int all, Duration open, Duration closed, int remembered) {
    assertThat(
            new GatheringSettings(threads, atOnce, round, all, open, closed, remembered).threads())
        .isEqualTo(threads);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, PT1S, PT0S, 0",
    "65, 1, 1, 1, PT1S, PT0S, 0",
    "1, 0, 1, 1, PT1S, PT0S, 0",
    "1, 100001, 1, 1, PT1S, PT0S, 0",
    "1, 1, 0, 1, PT1S, PT0S, 0",
    "1, 1, 1000001, 1, PT1S, PT0S, 0",
    "1, 1, 1, 0, PT1S, PT0S, 0",
    "1, 1, 1, 10000001, PT1S, PT0S, 0",
    "1, 1, 1, 1, PT0S, PT0S, 0",
    "1, 1, 1, 1, PT1S, -PT1S, 0",
    "1, 1, 1, 1, PT1S, PT0S, -1",
    "1, 1, 1, 1, PT1S, PT0S, 1000001"
  })
  void refusesWhatIsBeyond(
      int threads, int atOnce, int round, int all, Duration open, Duration closed, int remembered) {
    assertThatThrownBy(
            () -> new GatheringSettings(threads, atOnce, round, all, open, closed, remembered))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTypoIsNamed() {
    assertThatThrownBy(
            () -> new GatheringSettings(0, 1, 1, 1, Duration.ofSeconds(1), Duration.ZERO, 0))
        .hasMessageContaining("clipmeter.earnings.gathering.threads");
  }
}
