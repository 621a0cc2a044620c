package io.clipmeter.tracking.source.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.turn";

  @Test
  void hasItsDefaults() {
    assertThat(Bound.to(PREFIX, TurnSettings.class, Map.of()).clockAheadMax()).hasMinutes(65);
  }

  @ParameterizedTest
  @ValueSource(strings = {"299s", "100001d"})
  void whatIsOutOfRangeStopsTheStart(String value) {
    Bound.refuses(PREFIX, TurnSettings.class, "clock-ahead-max", value, "clock-ahead-max");
  }
}
