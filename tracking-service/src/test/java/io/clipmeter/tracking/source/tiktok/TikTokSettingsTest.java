package io.clipmeter.tracking.source.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.tiktok";

  @Test
  void hasItsDefaults() {
    TikTokSettings settings = Bound.to(PREFIX, TikTokSettings.class, Map.of());

    assertThat(settings.enabled()).isFalse();
    assertThat(settings.baseUrl()).hasToString("https://open.tiktokapis.com");
    assertThat(settings.oembedUrl()).hasToString("https://www.tiktok.com");
    assertThat(settings.oembedTimeout()).hasSeconds(5);
    assertThat(settings.parallelMax()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "base-url, http://tiktok.example, TIKTOK_BASE_URL",
    "oembed-url, http://10.0.0.1, oembed-url",
    "oembed-timeout, 0ms, oembed-timeout",
    "oembed-timeout, 31s, oembed-timeout",
    "parallel-max, 0, parallel-max",
    "parallel-max, 51, parallel-max"
  })
  void whatIsOutOfRangeStopsTheStart(String key, String value, String named) {
    Bound.refuses(PREFIX, TikTokSettings.class, key, value, named);
  }
}
