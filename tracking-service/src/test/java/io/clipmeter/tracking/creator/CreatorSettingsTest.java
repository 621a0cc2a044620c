package io.clipmeter.tracking.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clipmeter.tracking.creator.CreatorSettings.Proofs;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreatorSettingsTest {
  private static final Proofs PROOFS =
      new Proofs(Duration.ofDays(180), Duration.ofDays(30), Duration.ofMinutes(10));

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

  @ParameterizedTest
  @CsvSource({"P1D, P1D, PT1S", "P3653D, P0D, P1D", "P180D, P30D, PT10M"})
  void proofsHaveBounds(Duration goodFor, Duration renewBefore, Duration look) {
    assertThat(new Proofs(goodFor, renewBefore, look).goodFor()).isEqualTo(goodFor);
  }

  @ParameterizedTest
  @CsvSource({
    "PT23H, PT1H, PT10M",
    "P3654D, P1D, PT10M",
    "P10D, P11D, PT10M",
    "P10D, PT-1H, PT10M",
    "P10D, P1D, PT0.9S",
    "P10D, P1D, PT24H1S"
  })
  void proofsBeyondTheirBoundsAreRefused(Duration goodFor, Duration renewBefore, Duration look) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proofs(goodFor, renewBefore, look))
        .withMessageContaining("clipmeter.tracking.creator.proof.");
  }

  private static CreatorSettings settings(
      long seconds, int attempts, int open, int atOnce, Duration readingFor) {
    return new CreatorSettings(
        Duration.ofSeconds(seconds), attempts, open, atOnce, readingFor, PROOFS);
  }

  private static CreatorSettings settings(long seconds, int attempts, int open, int atOnce) {
    return settings(seconds, attempts, open, atOnce, Duration.ofSeconds(45));
  }
}
