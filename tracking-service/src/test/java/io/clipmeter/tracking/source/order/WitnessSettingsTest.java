package io.clipmeter.tracking.source.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.witness";

  @Test
  void hasItsDefaults() {
    assertThat(Bound.to(PREFIX, WitnessSettings.class, Map.of()).waitMax()).hasSeconds(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0ms", "61s"})
  void whatIsOutOfRangeStopsTheStart(String value) {
    Bound.refuses(PREFIX, WitnessSettings.class, "wait-max", value, "wait-max");
  }
}
