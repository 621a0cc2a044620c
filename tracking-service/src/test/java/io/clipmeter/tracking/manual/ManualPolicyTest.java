package io.clipmeter.tracking.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.clipmeter.tracking.manual.ManualPolicy.Decision;
import io.clipmeter.tracking.manual.ManualPolicy.Fault;
import io.clipmeter.tracking.manual.ManualPolicy.Known;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
  private static final ManualSettings SETTINGS = new ManualSettings(1_000, Duration.ofHours(24));

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({
    "1100, 100, Accepted",
    "1101, 100, NeedsSecond",
    "0, 100, Accepted",
    "0, , NeedsSecond",
    "5000, , NeedsSecond"
  })
  void muchGrowthAndEachBaselineNeedASecondAdmin(long views, @Nullable Long last, String decision) {
    Known known = new Known(last, last == null ? null : NOW.minusSeconds(60));

    assertThat(ManualPolicy.judge(views, NOW, known, SETTINGS, NOW).getClass().getSimpleName())
        .isEqualTo(decision);
  }

  @ParameterizedTest(name = "measured at {0}, read at {1}: {2}")
  @CsvSource({
    "2026-03-05T12:00:00Z, 2026-03-05T11:59:59Z, ",
    "2026-03-05T12:00:00Z, 2026-03-05T12:00:00Z, READ_SINCE",
    "2026-03-05T12:00:00.001Z, , IN_THE_FUTURE",
    "2026-03-04T12:00:00Z, , ",
    "2026-03-04T11:59:59.999Z, , TOO_OLD",
    "2026-03-05T11:59:59Z, 2026-03-05T12:00:00Z, READ_SINCE"
  })
  void itMustBeFreshAndNewerThanWhatIsKnown(
      Instant measuredAt, @Nullable Instant lastReadAt, @Nullable Fault fault) {
    Known known = new Known(100L, lastReadAt);

    assertThat(ManualPolicy.judge(100, measuredAt, known, SETTINGS, NOW))
        .isEqualTo(fault == null ? new Decision.Accepted() : new Decision.Wrong(fault));
  }
}
