package io.clipmeter.analytics.top;

import io.clipmeter.events.Platform;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which videos count.
 *
 * @param days posted on one of so many days in UTC, of which today is the last: 1 to 365; 30 where
 *     it is missing
 * @param platform all of them where it is missing
 * @param limit how many to list, 1 to 100; 20 where it is missing
 */
record TopWindow(
    @Min(1) @Max(365) @Nullable Integer days,
    @Nullable Platform platform,
    @Min(1) @Max(100) @Nullable Integer limit) {
  private static final int USUAL_DAYS = 30;
  private static final int USUAL_LIMIT = 20;

  LocalDate first(LocalDate today) {
    return today.minusDays(Objects.requireNonNullElse(days, USUAL_DAYS) - 1L);
  }

  int most() {
    return Objects.requireNonNullElse(limit, USUAL_LIMIT);
  }
}
