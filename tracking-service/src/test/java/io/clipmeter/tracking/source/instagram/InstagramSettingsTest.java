package io.clipmeter.tracking.source.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstagramSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.instagram";

  @Test
  void hasItsDefaults() {
    InstagramSettings settings = Bound.to(PREFIX, InstagramSettings.class, Map.of());

    assertThat(settings.enabled()).isFalse();
    assertThat(settings.baseUrl()).hasToString("https://graph.facebook.com");
    assertThat(settings.version()).isEqualTo("v23.0");
    assertThat(settings.pagesMax()).isEqualTo(50);
    assertThat(settings.parallelMax()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://graph.example, INSTAGRAM_BASE_URL",
    "version, v21.0, version",
    "version, ../v23.0, version",
    "pages-max, 0, pages-max",
    "pages-max, 1001, pages-max",
    "parallel-max, 51, parallel-max"
  })
  void whatIsOutOfRangeStopsTheStart(String key, String value, String named) {
    Bound.refuses(PREFIX, InstagramSettings.class, key, value, named);
  }
}
