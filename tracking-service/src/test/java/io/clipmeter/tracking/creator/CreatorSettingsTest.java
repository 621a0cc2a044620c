package io.clipmeter.tracking.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreatorSettingsTest {

  @ParameterizedTest
  @CsvSource({"60, 1, 1, 1", "604800, 100, 100, 50"})
  void settingsHaveBounds(long seconds, int attempts, int open, int atOnce) {
    assertThat(settings(seconds, attempts, open, atOnce).attemptsMax()).isEqualTo(attempts);
  }

  @ParameterizedTest
  @CsvSource({
    "59, 10, 10, 4",
    "604801, 10, 10, 4",
    "60, 0, 10, 4",
    "60, 101, 10, 4",
    "60, 10, 0, 4",
    "60, 10, 101, 4",
    "60, 10, 10, 0",
    "60, 10, 10, 51",
  })
  void settingsBeyondTheirBoundsAreRefused(long seconds, int attempts, int open, int atOnce) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(seconds, attempts, open, atOnce))
        .withMessageContaining("clipmeter.tracking.creator");
  }

  @ParameterizedTest
  @ValueSource(longs = {99, 300_001})
  void aClipperWaitsForABoundedTime(long millis) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(60, 1, 1, 1, Duration.ofMillis(millis)));
  }

  private static CreatorSettings settings(
      long seconds, int attempts, int open, int atOnce, Duration readingFor) {
    return new CreatorSettings(Duration.ofSeconds(seconds), attempts, open, atOnce, readingFor);
  }

  private static CreatorSettings settings(long seconds, int attempts, int open, int atOnce) {
    return settings(seconds, attempts, open, atOnce, Duration.ofSeconds(45));
  }
}
