package io.clipmeter.tracking.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.hook";

  @Test
  void hasItsDefaults() {
    HookSettings settings = Bound.to(PREFIX, HookSettings.class, Map.of());

    assertThat(settings).isEqualTo(new HookSettings("", Duration.ofHours(2), Duration.ofDays(30)));
    assertThat(
            new HookSettings("a-secret-of-16-or-more", settings.ageMax(), settings.keep())
                .toString())
        .doesNotContain("a-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "secret, too-short, AYRSHARE_WEBHOOK_SECRET",
    "age-max, 0s, age-max",
    "age-max, 25h, age-max",
    "keep, 23h, keep"
  })
  void whatIsOutOfRangeStopsTheStart(String key, String value, String named) {
    Bound.refuses(PREFIX, HookSettings.class, key, value, named);
  }
}
