package io.clipmeter.links;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means who pastes something that is on no host of a platform: an id alone, a link of
 * an app, a word of a downloader, another site's copy of a page. None of it is ever followed or
 * taken for a video; it only lets a refusal say which platform was meant.
 */
final class Foreign {
  private static final Pattern MEDIA = Pattern.compile("instagram://media\\?id=(?<id>[0-9]{1,20})");
  private static final Pattern FEED =
      Pattern.compile(":yt[a-z]{1,20}|ytsearch(?:[0-9]{1,4}|all|date[0-9]{0,4})?:.*");
  private static final Pattern VIDEO = Pattern.compile("[0-9A-Za-z_-]{11}");
  private static final Pattern PLAYLIST =
      Pattern.compile("(?:PL|TL|LL|EC|UU|FL|RD|UL|PU|OLAK5uy_)[0-9A-Za-z_-]{10,100}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{19}");
  private static final Pattern PLACE =
      Pattern.compile("(?:[a-z][a-z0-9+.-]{0,20}:)?//(?<host>[^/?#\\\\]{1,253}).*");

  /** Sites that show YouTube's videos under YouTube's own ids. */
  private static final Set<String> COPIES =
      Set.of("hooktube.com", "vid.plus", "y2u.be", "yewtu.be", "zwearz.com");

  private static final List<String> COPYING_PROGRAMS = List.of("invidio", "piped");

  private Foreign() {}

  /** What was meant, where that can be told. */
  static @Nullable NotAVideo meant(String text) {
    Matcher media = MEDIA.matcher(text);
    if (media.matches()) {
      return new NotAVideo(Platform.INSTAGRAM, media.group("id"));
    }
    if (FEED.matcher(text).matches()) {
      return new NotAVideo(Platform.YOUTUBE, null);
    }
    return VIDEO.matcher(text).matches() || PLAYLIST.matcher(text).matches()
        ? new NotAVideo(Platform.YOUTUBE, text)
        : named(text);
  }

  /** The same of an address of the web. */
  static @Nullable NotAVideo meant(String text, WebAddress address) {
    String host = address.host();
    if (host.equals("douyin.com") || host.endsWith(".douyin.com")) {
      boolean video = address.path().size() == 2 && address.segment(0).equals("video");
      return new NotAVideo(Platform.TIKTOK, video ? matching(NUMBER, address.segment(1)) : null);
    }
    boolean copy = COPIES.contains(host) || COPYING_PROGRAMS.stream().anyMatch(host::contains);
    return copy ? new NotAVideo(Platform.YOUTUBE, copied(address)) : meant(text);
  }

  private static @Nullable String copied(WebAddress address) {
    String list = matching(PLAYLIST, address.parameter("list"));
    String played = matching(VIDEO, address.parameter("v"));
    boolean inPath = address.segment(0).equals("watch") && address.path().size() > 1;
    String shown = matching(VIDEO, address.segment(inPath ? 1 : 0));
    return list != null ? list : played != null ? played : shown;
  }

  /** A host that borrows a platform's name, or the platform's own behind another scheme. */
  private static @Nullable NotAVideo named(String text) {
    Matcher place = PLACE.matcher(text.toLowerCase(Locale.ROOT));
    String host = place.matches() ? place.group("host") : "";
    for (Platform platform : Platform.values()) {
      if (host.contains(platform.name().toLowerCase(Locale.ROOT))) {
        return new NotAVideo(platform, null);
      }
    }
    return null;
  }

  private static @Nullable String matching(Pattern pattern, String text) {
    return pattern.matcher(text).matches() ? text : null;
  }
}
