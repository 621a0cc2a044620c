package io.clipmeter.tracking.source.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.batch";

  @Test
  void defaultsAndKeysAreKnown() {
    assertThat(Bound.to(PREFIX, BatchSettings.class, Map.of()))
        .isEqualTo(new BatchSettings(Duration.ofSeconds(1), Duration.ofSeconds(5)));
    assertThat(Bound.to(PREFIX, BatchSettings.class, Map.of("linger", "2ms", "wait-max", "3ms")))
        .isEqualTo(new BatchSettings(Duration.ofMillis(2), Duration.ofMillis(3)));
  }

  @ParameterizedTest
  @CsvSource({"linger,0s", "linger,61s", "wait-max,0s", "wait-max,11m"})
  void valuesOutOfRangeAreRefused(String key, String value) {
    Bound.refuses(PREFIX, BatchSettings.class, key, value, key);
  }
}
