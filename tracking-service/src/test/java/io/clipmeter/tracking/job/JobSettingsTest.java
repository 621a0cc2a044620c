package io.clipmeter.tracking.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.job";

  @Test
  void defaults() {
    assertThat(Bound.to(PREFIX, JobSettings.class, Map.of()))
        .isEqualTo(
            new JobSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                2,
                5,
                100,
                30,
                10,
                Duration.ofDays(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "poll,0s",
    "lease,0s",
    "parallel-max,0",
    "open-max,0",
    "url-max,1001",
    "profile-max,501",
    "holders-max,0",
    "keep,59m"
  })
  void valuesOutOfRangeAreRefused(String key, String value) {
    Bound.refuses(PREFIX, JobSettings.class, key, value, key);
  }
}
