package io.clipmeter.payout.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerWatchTest {

  @ParameterizedTest
  @CsvSource({"0, 30000", "1578, 30000", "1579, 30001", "60000, 1140000"})
  void theLongerALookTakesTheLongerItRests(long tookMillis, long pauseMillis) {
    assertThat(LedgerWatch.pause(Duration.ofSeconds(30), Duration.ofMillis(tookMillis)))
        .isEqualTo(Duration.ofMillis(pauseMillis));
  }
}
