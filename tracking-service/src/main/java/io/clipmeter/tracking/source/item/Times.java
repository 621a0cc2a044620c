package io.clipmeter.tracking.source.item;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000_000); // 30 years
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String CLOCK = "([0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}";

  private Times() {}

  /** An ISO instant or a day, or else seconds since 1970. "10 months ago" is neither. */
  public static @Nullable Instant of(@Nullable String text, @Nullable Long seconds) {
    Instant read = text == null ? null : plausible(instant(text));
    if (read != null || seconds == null || seconds < FIRST_SECOND || seconds > LAST_SECOND) {
      return read;
    }
    return Instant.ofEpochSecond(seconds);
  }

  /** No video is older than its platform, and no database takes any year. */
  private static @Nullable Instant plausible(@Nullable Instant read) {
    return read == null
            || read.getEpochSecond() < FIRST_SECOND
            || read.getEpochSecond() > LAST_SECOND
        ? null
        : read;
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
      return seconds > 0 && seconds <= LONGEST.longValue() ? (Long) seconds : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Seconds, rounded, of a number such as 37.3. */
  public static @Nullable Long seconds(JsonNode value) {
    // JSON knows no infinity, but 1e999 is read as one, and that is no decimal.
    if (!value.isNumber() || value.isDouble() && !Double.isFinite(value.doubleValue())) {
      return null;
    }
    BigDecimal seconds = value.decimalValue();
    boolean plausible = seconds.signum() >= 0 && seconds.compareTo(LONGEST) <= 0;
    if (!plausible) {
      return null;
    }
    // Of a number with millions of decimals only that it is small is worth knowing.
    return seconds.compareTo(HALF) < 0
        ? (Long) 0L
        : (Long) seconds.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
