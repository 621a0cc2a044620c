package io.clipmeter.tracking.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineSettingsTest {
  private static final String PREFIX = "clipmeter.tracking.baseline";

  @Test
  void defaultsAreKnown() {
    assertThat(Bound.to(PREFIX, BaselineSettings.class, Map.of()))
        .isEqualTo(
            new BaselineSettings(
                Duration.ofSeconds(1),
                100,
                4,
                Duration.ofMinutes(6),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                30,
                Duration.ofMinutes(30),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5),
                6,
                Duration.ofHours(2),
                Duration.ofDays(1)));
  }

  @Test
  void keysAreKnown() {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("poll", "2s"),
            Map.entry("batch-max", "5"),
            Map.entry("parallel-max", "2"),
            Map.entry("lease", "10s"),
            Map.entry("retry-first", "1s"),
            Map.entry("retry-max", "5s"),
            Map.entry("quick-tries", "3"),
            Map.entry("retry-slow", "1m"),
            Map.entry("doubt-for", "10m"),
            Map.entry("doubt-retry", "20s"),
            Map.entry("gone-tries", "30"),
            Map.entry("gone-retry", "30m"),
            Map.entry("gone-rest", "2d"));

    assertThat(Bound.to(PREFIX, BaselineSettings.class, values))
        .isEqualTo(
            new BaselineSettings(
                Duration.ofSeconds(2),
                5,
                2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                3,
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                30,
                Duration.ofMinutes(30),
                Duration.ofDays(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "poll,1ms",
    "poll,2m",
    "batch-max,0",
    "batch-max,1001",
    "parallel-max,0",
    "lease,100ms",
    "retry-first,0s",
    "retry-max,1s",
    "quick-tries,0",
    "retry-slow,1s",
    "doubt-for,25h",
    "doubt-retry,100ms",
    "gone-tries,0",
    "gone-retry,25h",
    "gone-rest,1h",
    "gone-rest,169h"
  })
  void valuesOutOfRangeAreRefused(String key, String value) {
    Bound.refuses(PREFIX, BaselineSettings.class, key, value, key);
  }

  @ParameterizedTest(name = "after {0} tries {1} s")
  @CsvSource({"1,2", "2,4", "3,8", "5,32", "6,60", "29,60", "30,1800", "2000000000,1800"})
  void thePauseDoublesUpToAMinuteAndThenCostsLess(int tries, long seconds) {
    BaselineSettings settings = Bound.to(PREFIX, BaselineSettings.class, Map.of());

    assertThat(settings.pauseAfter(tries)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest(name = "gone after {0} tries, unproven {1}: {2} s")
  @CsvSource({"1,false,2", "5,false,32", "6,false,7200", "40,false,7200", "1,true,86400"})
  void whatIsSaidToBeGoneIsSoonLookedForSeldom(int tries, boolean unproven, long seconds) {
    BaselineSettings settings = Bound.to(PREFIX, BaselineSettings.class, Map.of());

    assertThat(settings.pauseWhenGone(tries, unproven)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
