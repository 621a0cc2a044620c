package io.clipmeter.links.shortlink;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrls;
import io.clipmeter.links.shortlink.Resolution.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a short link may lead next. A target is read by the characters that are known to be
 * harmless, and by hand: what is checked here is letter for letter what is asked for, so that no
 * second reader of URLs can understand it differently.
 */
final class HopPolicy {
  private static final Set<String> TIKTOK =
      Set.of("tiktok.com", "www.tiktok.com", "m.tiktok.com", "vm.tiktok.com", "vt.tiktok.com");
  private static final Set<String> INSTAGRAM =
      Set.of("instagram.com", "www.instagram.com", "m.instagram.com");
  private static final Pattern TARGET =
      Pattern.compile("(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:.*+");
  private static final String HTTPS = "https://";
  private static final String USUAL_PORT = ":443";

  private HopPolicy() {}

  /** Where to go, or why not. */
  sealed interface Next {
    /** On to here. */
    record To(Hop hop) implements Next {}

    /** Not any further. */
    record Refused(Refusal reason) implements Next {}
  }

  /** Where a link begins. */
  static Next first(Platform platform, String url) {
    return of(platform, url);
  }

  /**
   * Where the platform sends us.
   *
   * @param from the address that answered
   * @param locations all headers {@code Location} of its answer
   */
  static Next next(Platform platform, Hop from, List<String> locations) {
    if (locations.size() != 1) {
      return new Next.Refused(Refusal.MALFORMED);
    }
    String location = locations.getFirst().strip();
    if (location.length() > VideoUrls.LONGEST) {
      return new Next.Refused(Refusal.MALFORMED);
    }
    if (location.startsWith("//")) {
      return of(platform, "https:" + location);
    }
    return location.startsWith("/") ? hop(from.host(), location) : of(platform, location);
  }

  private static Next of(Platform platform, String url) {
    if (!url.toLowerCase(Locale.ROOT).startsWith(HTTPS)) {
      boolean scheme = SCHEME.matcher(url).matches();
      return new Next.Refused(scheme ? Refusal.NOT_HTTPS : Refusal.MALFORMED);
    }
    String rest = url.substring(HTTPS.length());
    int end = end(rest, "/?#");
    String host = withoutUsualPort(rest.substring(0, end).toLowerCase(Locale.ROOT));
    return hosts(platform).contains(host)
        ? hop(host, rest.substring(end))
        : new Next.Refused(Refusal.FOREIGN_HOST);
  }

  private static Next hop(String host, String target) {
    String asked = target.substring(0, end(target, "#"));
    return TARGET.matcher(asked).matches()
        ? new Next.To(new Hop(host, asked.startsWith("/") ? asked : "/" + asked))
        : new Next.Refused(Refusal.MALFORMED);
  }

  private static Set<String> hosts(Platform platform) {
    return switch (platform) {
      case TIKTOK -> TIKTOK;
      case INSTAGRAM -> INSTAGRAM;
      case YOUTUBE -> Set.of();
    };
  }

  private static String withoutUsualPort(String authority) {
    return authority.endsWith(USUAL_PORT)
        ? authority.substring(0, authority.length() - USUAL_PORT.length())
        : authority;
  }

  private static int end(String text, String stops) {
    int at = 0;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
