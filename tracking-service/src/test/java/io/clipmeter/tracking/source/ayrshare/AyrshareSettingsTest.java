package io.clipmeter.tracking.source.ayrshare;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AyrshareSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.ayrshare";

  @Test
  void hasItsDefaults() {
    AyrshareSettings settings = Bound.to(PREFIX, AyrshareSettings.class, Map.of());

    assertThat(settings.baseUrl()).hasToString("https://api.ayrshare.com/api");
    assertThat(settings.apiKey()).isEmpty();
    assertThat(settings.busyMax()).isEqualTo(200);
    assertThat(settings.parallelMax()).isEqualTo(5);
    assertThat(Bound.to(PREFIX, AyrshareSettings.class, Map.of("api-key", "k-secret")).toString())
        .doesNotContain("k-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://ayrshare.example, AYRSHARE_BASE_URL",
    "api-key, a b, AYRSHARE_API_KEY",
    "busy-max, 0, busy-max",
    "busy-max, 901, busy-max",
    "parallel-max, 0, parallel-max"
  })
  void whatIsOutOfRangeStopsTheStart(String key, String value, String named) {
    Bound.refuses(PREFIX, AyrshareSettings.class, key, value, named);
  }
}
