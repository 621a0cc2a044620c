package io.clipmeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningsStatedTest {

  @ParameterizedTest(name = "{0} is in {1}")
  @CsvSource({
    "2026-11-20T14:00:00Z, 2026-11-20T14:00:00Z",
    "2026-11-20T14:00:59.999999Z, 2026-11-20T14:00:00Z",
    "2026-11-20T14:00:59.999999499Z, 2026-11-20T14:00:00Z",
    "2026-11-20T14:00:59.999999500Z, 2026-11-20T14:01:00Z"
  })
  void aFactIsInTheMinuteOfItsRoundedMicrosecond(Instant happened, Instant minute) {
    assertThat(EarningsStated.minuteOf(happened)).isEqualTo(minute);
  }
}
