package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.views.Draw;
import io.clipmeter.local.simulator.views.Platform;
import io.clipmeter.local.simulator.views.VideoKey;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An account that belongs to nobody: the same at every reading, but for its bio, which can be set.
 *
 * @param handle without the @
 */
public record Account(Platform platform, String handle, String bio) {
  /** What it says of itself until somebody sets it. */
  public static final String USUAL_BIO = "Made up for the local stack";

  private static final Pattern INVENTED = Pattern.compile("([a-z]+)\\.([a-z]+)\\.example[0-9]+");
  private static final List<String> FIRST =
      List.of("Sample", "Pixel", "Maple", "Orbit", "Velvet", "Copper", "Lunar", "Quiet");
  private static final List<String> SECOND =
      List.of("Kitchen", "Garage", "Studio", "Bench", "Trail", "Arcade", "Garden", "Desk");

  /** The handle of whoever made a video: one account has several. */
  public static String handleOf(VideoKey video) {
    Draw draw = new Draw(video.toString());
    return person(draw).toLowerCase(Locale.ROOT).replace(' ', '.')
        + ".example"
        + draw.number("account", 1, 40);
  }

  /** A display name. */
  String person() {
    Matcher invented = INVENTED.matcher(handle);
    return invented.matches()
        ? capital(invented.group(1)) + " " + capital(invented.group(2))
        : person(draw());
  }

  String id(int length) {
    return "6" + new Draw(handle).text("id", length - 1, Invented.DIGITS);
  }

  Draw draw() {
    return new Draw(platform + "@" + handle);
  }

  long followers() {
    return draw().number("followers", 12, 90_000);
  }

  long videos() {
    return draw().number("videos", 1, 900);
  }

  String avatar() {
    return "https://media.example.com/avatars/%s.jpeg".formatted(id(11));
  }

  private static String person(Draw draw) {
    return draw.pick("first", FIRST) + " " + draw.pick("second", SECOND);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
