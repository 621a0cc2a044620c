package io.clipmeter.payout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationSettingsTest {
  @Test
  void takesWhatIsInRange() {
    assertThat(new ReconciliationSettings(Duration.ofSeconds(1), Duration.ofDays(1)).every())
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(new ReconciliationSettings(Duration.ofDays(1), Duration.ofMinutes(1)).patience())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({"PT0.999S, PT1H", "PT24H0.001S, PT1H", "PT1M, PT59.999S", "PT1M, PT24H1S"})
  void refusesWhatIsNot(Duration every, Duration patience) {
    assertThatThrownBy(() -> new ReconciliationSettings(every, patience))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
