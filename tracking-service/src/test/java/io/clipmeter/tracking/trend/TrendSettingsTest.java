package io.clipmeter.tracking.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.trend";

  @Test
  void defaults() {
    TrendSettings settings = Bound.to(PREFIX, TrendSettings.class, Map.of());

    assertThat(settings.countries()).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    assertThat(settings.fresh()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.retry()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.takesMax()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.placeMax()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "countries,us",
    "countries,USA",
    "fresh,59s",
    "retry,0s",
    "takes-max,59s",
    "takes-max,7h",
    "place-max,101"
  })
  void valuesOutOfRangeAreRefused(String key, String value) {
    Bound.refuses(PREFIX, TrendSettings.class, key, value, key);
  }
}
