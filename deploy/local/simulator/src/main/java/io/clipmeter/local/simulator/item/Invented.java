package io.clipmeter.local.simulator.item;

import io.clipmeter.local.simulator.views.Draw;
import io.clipmeter.local.simulator.views.VideoKey;
import java.util.List;

/** Names, words and links that belong to no real account: the same for a video at every reading. */
final class Invented {
  static final String DIGITS = "0123456789";
  private static final String LETTERS =
      "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
  private static final List<String> OPENINGS =
      List.of(
          "Nobody told me about this 😅",
          "Wait for the end",
          "Three things I'd do differently",
          "POV: it finally works ✨",
          "Ça marche, enfin !");
  private static final List<String> TAGS =
      List.of("summer", "clips", "howto", "behindthescenes", "demo", "weekend", "fyp", "tiny");
  private static final List<String> SONGS =
      List.of("Paper Boats", "Slow Elevator", "Neon Porridge", "Blue Hour", "Tin Roof");

  private final Draw draw;
  private final Account author;

  Invented(VideoKey video, Account author) {
    this.draw = new Draw(video.toString());
    this.author = author;
  }

  Draw draw() {
    return draw;
  }

  Account author() {
    return author;
  }

  /** A display name. */
  String person() {
    return author.person();
  }

  /** An account name. */
  String account() {
    return author.handle();
  }

  String accountId(int length) {
    return author.id(length);
  }

  String caption() {
    var caption = new StringBuilder(draw.pick("opening", OPENINGS));
    tags().forEach(tag -> caption.append(" #").append(tag));
    mentions().forEach(name -> caption.append(" @").append(name));
    return caption.toString();
  }

  List<String> tags() {
    int from = (int) draw.number("tags", 0, TAGS.size() - 1L);
    return TAGS.subList(from, Math.min(TAGS.size(), from + 3));
  }

  List<String> mentions() {
    return draw.oneIn(4, "mention") ? List.of("clipmeter.example") : List.of();
  }

  String song() {
    return draw.pick("song", SONGS);
  }

  long seconds() {
    return draw.number("duration", 5, 90);
  }

  /** A signed link of the kind that expires; it leads nowhere. */
  String link(String kind, String extension) {
    return "https://media.example.com/%s.%s?x-expires=%s&x-signature=%s"
        .formatted(
            draw.text(kind, 20, LETTERS) + "~tplv",
            extension,
            draw.text(kind + "expires", 10, "123456789"),
            draw.text(kind + "signature", 27, LETTERS));
  }
}
