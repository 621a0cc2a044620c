package io.clipmeter.earnings.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationSettingsTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_MONTH = Duration.ofDays(30);

  @Test
  void takesWhatIsInRange() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(new ReconciliationSettings(Duration.ofSeconds(1), A_MONTH, A_MONTH).every())
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(new ReconciliationSettings(AN_HOUR, minute, minute).recountEvery())
        .isEqualTo(minute);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.999S, PT1H, PT1H",
    "PT1H0.001S, PT1H, PT1H",
    "PT1M, PT59S, PT1H",
    "PT1M, P31D, PT1H",
    "PT1M, PT1H, PT59S",
    "PT1M, PT1H, P31D"
  })
  void refusesWhatIsNot(Duration every, Duration recountEvery, Duration endingWithin) {
    assertThatThrownBy(() -> new ReconciliationSettings(every, recountEvery, endingWithin))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
