package io.clipmeter.local.simulator.scrape;

import io.clipmeter.local.simulator.item.VideoUrl;
import io.clipmeter.local.simulator.views.Draw;
import io.clipmeter.local.simulator.views.Platform;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A question that leads to several videos, always the same ones, newest first.
 *
 * @param asked as the input has it
 * @param subject the handle, the tag or the words
 * @param limit videos at most
 */
record Listing(Platform platform, Kind kind, String asked, String subject, int limit) {
  enum Kind {
    ACCOUNT,
    /** Its page alone. */
    DETAILS,
    TAG,
    WORDS
  }

  private static final long NEWEST = 1_767_225_599L; // the end of 2025
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final Pattern YOUTUBE =
      Pattern.compile("https?://www\\.youtube\\.com/(@|channel/|c/|user/|hashtag/)([^/?#]+)/?.*");
  private static final Pattern INSTAGRAM =
      Pattern.compile("https?://www\\.instagram\\.com/(explore/tags/)?([^/?#]+)/?(?:[?#].*)?");

  /** What a URL that is no video leads to; empty where it leads nowhere. */
  static Optional<Listing> ofUrl(Platform platform, String url, boolean details, int limit) {
    return switch (platform) {
      case TIKTOK -> Optional.empty();
      case YOUTUBE -> ofUrl(platform, YOUTUBE.matcher(url), url, false, limit);
      case INSTAGRAM -> ofUrl(platform, INSTAGRAM.matcher(url), url, details, limit);
    };
  }

  private static Optional<Listing> ofUrl(
      Platform platform, Matcher matcher, String url, boolean details, int limit) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String before = matcher.group(1);
    boolean tag = before != null && (before.equals("hashtag/") || before.equals("explore/tags/"));
    Kind kind = tag ? Kind.TAG : details ? Kind.DETAILS : Kind.ACCOUNT;
    String subject = URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8);
    return Optional.of(new Listing(platform, kind, url, subject, limit));
  }

  boolean isOfAccount() {
    return kind == Kind.ACCOUNT || kind == Kind.DETAILS;
  }

  /** The videos it leads to. */
  List<VideoUrl> videos() {
    return kind == Kind.DETAILS
        ? List.of()
        : IntStream.range(0, limit).mapToObj(this::url).flatMap(this::video).toList();
  }

  private java.util.stream.Stream<VideoUrl> video(String url) {
    return VideoUrl.of(platform, url).stream();
  }

  private String url(int place) {
    var draw =
        new Draw(platform + " " + kind + " " + subject.toLowerCase(Locale.ROOT) + " " + place);
    return switch (platform) {
      case TIKTOK -> {
        long second = NEWEST - place * 172_800L - draw.number("second", 0, 86_400);
        String id = Long.toString((second << 32) | draw.number("id", 1, 0xffff_ffffL));
        String handle = isOfAccount() ? subject : "clips.example";
        yield "https://www.tiktok.com/@" + handle + "/video/" + id;
      }
      case YOUTUBE ->
          "https://www.youtube.com/shorts/"
              + draw.text("id", 10, LETTERS)
              + draw.text("last", 1, "AEIMQUYcgkosw048");
      case INSTAGRAM -> "https://www.instagram.com/reel/D" + draw.text("id", 10, LETTERS) + "/";
    };
  }
}
