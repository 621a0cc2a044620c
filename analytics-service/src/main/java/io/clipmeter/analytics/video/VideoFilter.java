package io.clipmeter.analytics.video;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Platform;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which videos are asked for; what is left out stands for any.
 *
 * @param author the account's name, with or without the @; case does not count
 * @param hashtag with or without the #; case does not count
 * @param sound the platform's own id of the sound
 * @param postedFor a campaign that it was posted for on schedule
 * @param minViews this many views or more, 0 at least; a video of unknown views has none
 * @param postedFrom posted at this instant or later, ISO 8601 with a time zone
 * @param postedUntil posted before this instant
 */
record VideoFilter(
    @Nullable Platform platform,
    @Pattern(regexp = NAME, message = "must be 1 to 200 characters") @Nullable String author,
    @Pattern(regexp = NAME, message = "must be 1 to 200 characters") @Nullable String hashtag,
    @Pattern(regexp = NAME, message = "must be 1 to 200 characters") @Nullable String sound,
    @Nullable UUID postedFor,
    @Min(0) @Nullable Long minViews,
    @Schema(format = "date-time") @Nullable String postedFrom,
    @Schema(format = "date-time") @Nullable String postedUntil) {
  /** Neither control characters nor half characters: the database refuses them. */
  private static final String NAME = "[^\\p{Cc}\\p{Cs}]{1,200}";

  // The database keeps no other times, and there are no videos of them.
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  VideoFilter {
    author = without('@', author);
    hashtag = without('#', hashtag);
  }

  private static @Nullable String without(char sign, @Nullable String name) {
    return name != null && name.length() > 1 && name.charAt(0) == sign ? name.substring(1) : name;
  }

  /**
   * The instant that {@code postedFrom} says.
   *
   * @throws io.clipmeter.chassis.problem.ProblemException 400 where it is none
   */
  @Nullable Instant from() {
    return instant("postedFrom", postedFrom);
  }

  /**
   * The instant that {@code postedUntil} says.
   *
   * @throws io.clipmeter.chassis.problem.ProblemException 400 where it is none
   */
  @Nullable Instant until() {
    return instant("postedUntil", postedUntil);
  }

  /** Read here, from text only: bare seconds and milliseconds would be taken for each other. */
  private static @Nullable Instant instant(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant at = Instant.parse(text);
      return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    } catch (DateTimeException noTime) {
      throw new ProblemType("invalid-request", 400, "The request is not valid")
          .because("See errors for what is wrong with which field.")
          .with("errors", List.of(Map.of("field", name, "message", "must be an ISO 8601 time")));
    }
  }
}
