package io.clipmeter.tracking.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.post";

  @Test
  void hasItsDefaults() {
    PostSettings settings = Bound.to(PREFIX, PostSettings.class, Map.of());

    assertThat(settings).isEqualTo(new PostSettings(Duration.ofMinutes(5), 5, Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "every, 0s, every",
    "every, 25h, every",
    "parallel-max, 0, parallel-max",
    "parallel-max, 51, parallel-max",
    "rewrite-after, 59s, rewrite-after"
  })
  void whatIsOutOfRangeStopsTheStart(String key, String value, String named) {
    Bound.refuses(PREFIX, PostSettings.class, key, value, named);
  }
}
