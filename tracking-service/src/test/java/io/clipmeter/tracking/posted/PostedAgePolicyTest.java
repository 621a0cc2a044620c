package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedAgePolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "at an age of {0} it is left alone for {1}")
  @CsvSource({
    "-PT1H, PT0S",
    "PT47H59M, PT0S",
    "PT48H, PT1H",
    "PT335H59M, PT1H",
    "PT336H, PT24H",
    "P900D, PT24H"
  })
  void theOlderAPostTheLessOftenItIsRead(Duration age, Duration pause) {
    assertThat(PostedAgePolicy.pause(NOW.minus(age), NOW)).isEqualTo(pause);
  }
}
