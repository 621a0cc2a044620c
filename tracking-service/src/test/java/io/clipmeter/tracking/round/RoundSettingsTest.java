package io.clipmeter.tracking.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.round";

  @Test
  void defaultsAreKnown() {
    assertThat(Bound.to(PREFIX, RoundSettings.class, Map.of()))
        .isEqualTo(
            new RoundSettings(
                Duration.ofSeconds(5),
                200,
                Duration.ofSeconds(60),
                100,
                10_000,
                500,
                3,
                Duration.ofHours(24),
                Duration.ofSeconds(50)));
  }

  @Test
  void keysAreKnown() {
    Map<String, String> values =
        Map.of(
            "tick", "1s",
            "claims-per-tick", "3",
            "lease", "10s",
            "chunk-max", "1000",
            "clips-max", "2000",
            "rounds-max", "7",
            "connections-max", "2",
            "new-for", "1h",
            "wait-max", "30s");

    assertThat(Bound.to(PREFIX, RoundSettings.class, values))
        .isEqualTo(
            new RoundSettings(
                Duration.ofSeconds(1),
                3,
                Duration.ofSeconds(10),
                1_000,
                2_000,
                7,
                2,
                Duration.ofHours(1),
                Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "tick,99ms",
    "tick,11m",
    "claims-per-tick,0",
    "lease,999ms",
    "lease,2h",
    "chunk-max,9",
    "chunk-max,1001",
    "clips-max,9",
    "clips-max,99",
    "clips-max,100001",
    "rounds-max,0",
    "rounds-max,10001",
    "connections-max,0",
    "connections-max,51",
    "new-for,-1s",
    "wait-max,11m"
  })
  void valuesOutOfRangeAreRefused(String key, String value) {
    Bound.refuses(PREFIX, RoundSettings.class, key, value, key);
  }
}
