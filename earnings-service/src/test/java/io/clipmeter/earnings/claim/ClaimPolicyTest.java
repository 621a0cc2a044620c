package io.clipmeter.earnings.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimPolicyTest {

  /** The lag is 30 seconds. */
  @ParameterizedTest(name = "from {0}, now {1}, oldest open {2}: until {3}")
  @CsvSource({
    "12:00:00, 12:01:29.999, 12:01:29.999, 12:00:00",
    "12:00:00, 12:01:30.000, 12:01:30.000, 12:01:00",
    "12:00:00, 12:05:00.000, 12:01:29.999, 12:00:00",
    "12:00:00, 12:01:29.999, 12:05:00.000, 12:00:00",
    "12:00:00, 12:05:00.000, 12:03:31.000, 12:03:00",
    "12:00:00, 12:00:10.000, 12:00:10.000, 11:59:00",
    "12:00:00, 19:00:00.000, 19:00:00.000, 13:00:00"
  })
  void nothingOpenCanStillWriteBelowIt(String from, String now, String oldestOpen, String until) {
    assertThat(ClaimPolicy.until(at(from), at(now), at(oldestOpen), Duration.ofSeconds(30)))
        .isEqualTo(at(until));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-01T" + time + "Z");
  }
}
