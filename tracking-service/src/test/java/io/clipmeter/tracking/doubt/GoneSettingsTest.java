package io.clipmeter.tracking.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoneSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.gone";

  @Test
  void defaultsAndKeysAreKnown() {
    assertThat(Bound.to(PREFIX, GoneSettings.class, Map.of()))
        .isEqualTo(new GoneSettings(Duration.ofHours(24), Duration.ofDays(3)));
    assertThat(
            Bound.to(
                PREFIX, GoneSettings.class, Map.of("confirm-after", "36h", "believe-after", "7d")))
        .isEqualTo(new GoneSettings(Duration.ofHours(36), Duration.ofDays(7)));
  }

  @ParameterizedTest
  @CsvSource({"confirm-after,-1s", "confirm-after,31d", "believe-after,23h", "believe-after,91d"})
  void valuesOutOfRangeAreRefused(String key, String value) {
    Bound.refuses(PREFIX, GoneSettings.class, key, value, key);
  }
}
