package io.clipmeter.analytics.video;

import io.clipmeter.chassis.problem.ProblemType;
import io.clipmeter.events.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ends: the last video shown, and the value that it was sorted by.
 *
 * @param value microseconds or views
 */
record Place(VideoOrder order, long value, Platform platform, String videoId) {
  static final ProblemType UNKNOWN =
      new ProblemType("invalid-page", 400, "The page asked for does not exist");

  private static final Pattern FORM =
      Pattern.compile(
          "(NEWEST|MOST_VIEWED) (-?[0-9]{1,19}) (TIKTOK|YOUTUBE|INSTAGRAM)"
              + " ([^\\p{Cc}\\p{Cs}]{1,200})",
          Pattern.DOTALL);

  /** Opaque to callers. */
  String token() {
    String text = order + " " + value + " " + platform + " " + videoId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place that a token tells; empty where it is none of ours, or of another order. */
  static Optional<Place> of(String token, VideoOrder order) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      Matcher form = FORM.matcher(text);
      return form.matches() && form.group(1).equals(order.name())
          ? Optional.of(
              new Place(
                  order,
                  Long.parseLong(form.group(2)),
                  Platform.valueOf(form.group(3)),
                  form.group(4)))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
