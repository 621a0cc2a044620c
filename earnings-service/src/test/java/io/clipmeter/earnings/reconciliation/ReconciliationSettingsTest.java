package io.clipmeter.earnings.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationSettingsTest {
  @Test
  void takesWhatIsInRange() {
    assertThat(new ReconciliationSettings(Duration.ofSeconds(1), Duration.ofDays(30)).every())
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(
            new ReconciliationSettings(Duration.ofHours(1), Duration.ofMinutes(1)).recountEvery())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({"PT0.999S, PT1H", "PT1H0.001S, PT1H", "PT1M, PT59S", "PT1M, P31D"})
  void refusesWhatIsNot(Duration every, Duration recountEvery) {
    assertThatThrownBy(() -> new ReconciliationSettings(every, recountEvery))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
