package io.clipmeter.tracking.source.item;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times and durations in the many forms that actors give; null where the form is not known. */
public final class Times {
  private static final long FIRST_SECOND = 946_684_800; // 2000-01-01
  private static final long LAST_SECOND = 4_102_444_800L; // 2100-01-01
  private static final String CLOCK = "([0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}";

  private Times() {}

  /** An ISO instant or a day, or else seconds since 1970. "10 months ago" is neither. */
  public static @Nullable Instant of(@Nullable String text, @Nullable Long seconds) {
    Instant read = text == null ? null : instant(text);
    if (read != null || seconds == null || seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      return read;
    }
    return Instant.ofEpochSecond(seconds);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Seconds of "1:00", "29:54" or "00:27:11". */
  public static @Nullable Long clock(@Nullable String text) {
    if (text == null || !text.matches(CLOCK)) {
      return null;
    }
    long seconds = 0;
    for (String part : text.split(":", -1)) {
      seconds = seconds * 60 + Long.parseLong(part);
    }
    return seconds;
  }

  /** Whole seconds of "PT27M11S"; null also where it is not known yet, as of a live video. */
  public static @Nullable Long iso(@Nullable String text) {
    try {
      long seconds = text == null ? 0 : Duration.parse(text).toSeconds();
      return seconds > 0 ? seconds : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Seconds, rounded, of a number such as 37.3. */
  public static @Nullable Long seconds(JsonNode value) {
    if (!value.isNumber() || value.decimalValue().precision() > 12) {
      return null;
    }
    long seconds =
        value.decimalValue().setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
    return seconds < 0 ? null : seconds;
  }
}
