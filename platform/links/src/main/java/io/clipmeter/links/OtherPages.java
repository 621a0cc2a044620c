package io.clipmeter.links;

import io.clipmeter.events.Platform;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pages of a platform that show no single video are about: the id of a collection, a sound, a
 * playlist, or the word that stands for one. It is only shown to whoever pasted the address, so
 * what cannot be told is left out instead of being an error.
 */
final class OtherPages {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z_-]{1,100}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._%-]{1,100}");
  private static final Pattern VIDEO = Pattern.compile("[0-9A-Za-z_-]{11}");
  private static final Pattern CUT_VIDEO = Pattern.compile("[0-9A-Za-z_-]{1,10}");

  /** Pages of YouTube whose first word is no name of an account. */
  private static final Set<String> PAGES =
      Set.of(
          "an_webp",
          "attribution_link",
          "c",
          "e",
          "live",
          "playlist",
          "redirect",
          "results",
          "search",
          "shorts",
          "user",
          "v",
          "vi");

  private OtherPages() {}

  /** The id in the address of a page that is neither a video's nor an account's. */
  static @Nullable String id(Platform platform, WebAddress address) {
    return switch (platform) {
      case TIKTOK -> tikTok(address);
      case YOUTUBE -> youTube(address);
      case INSTAGRAM -> instagram(address);
    };
  }

  private static @Nullable String tikTok(WebAddress address) {
    String first = address.segment(0);
    return switch (address.path().size()) {
      case 2 ->
          switch (first) {
            case "music", "sticker" -> numberAtEnd(address.segment(1));
            case "tag" -> matching(NAME, address.segment(1));
            default ->
                first.startsWith("@") && address.segment(1).equals("live")
                    ? matching(NAME, first.substring(1))
                    : null;
          };
      case 3 ->
          switch (address.segment(1)) {
            case "live", "photo" -> matching(NUMBER, address.segment(2));
            case "collection" -> numberAtEnd(address.segment(2));
            default -> null;
          };
      default -> null;
    };
  }

  /** {@code name-of-it-123}: only the number is the id, and names hold dashes. */
  private static @Nullable String numberAtEnd(String segment) {
    return matching(NUMBER, segment.substring(segment.lastIndexOf('-') + 1));
  }

  private static @Nullable String youTube(WebAddress address) {
    if (address.host().endsWith("youtu.be")) {
      return address.path().size() == 1 ? matching(VIDEO, address.segment(0)) : null;
    }
    String list = address.parameter("list");
    String first = address.segment(0);
    if (!list.isEmpty()) {
      return matching(WORD, list);
    }
    return switch (first) {
      case "", "watch", "ytscreeningroom" -> matching(CUT_VIDEO, address.parameter("v", "vi"));
      case "embed" -> matching(WORD, address.parameter("channel"));
      case "browse", "channel", "clip", "feed", "hashtag", "source" ->
          matching(NAME, address.segment(1));
      default -> PAGES.contains(first) || address.path().size() > 2 ? null : matching(NAME, first);
    };
  }

  private static @Nullable String instagram(WebAddress address) {
    String second = address.segment(1);
    String last = address.path().isEmpty() ? "" : address.path().getLast();
    return switch (address.segment(0)) {
      case "stories" ->
          switch (address.path().size()) {
            case 2 -> matching(NAME, second);
            case 3 -> matching(NUMBER, last);
            default -> null;
          };
      case "explore" ->
          address.path().size() == 3 && second.equals("tags") ? matching(NAME, last) : null;
      case "reels" ->
          address.path().size() == 3 && second.equals("audio") ? matching(NUMBER, last) : null;
      default -> null;
    };
  }

  private static @Nullable String matching(Pattern pattern, String text) {
    return pattern.matcher(text).matches() ? text : null;
  }
}
