package io.clipmeter.links;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What paths of Instagram mean. */
final class InstagramUrls {
  /** A media id in base64url: 10 characters in the early years, 11 since. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{10,11}");

  private static final Pattern SHARE_CODE = Pattern.compile("[A-Za-z0-9_-]{5,32}");
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._]{1,30}");
  private static final Set<String> POSTS = Set.of("p", "reel", "reels", "tv");
  private static final Set<String> NO_HANDLES =
      Set.of(
          "p",
          "reel",
          "reels",
          "tv",
          "share",
          "explore",
          "stories",
          "accounts",
          "direct",
          "about",
          "api",
          "web",
          "legal",
          "developer",
          "challenge",
          "emails",
          "session",
          "graphql");
  private static final Set<String> TABS = Set.of("reels", "tagged", "feed", "channel");
  private static final VideoUrl NOT_A_VIDEO = new NotAVideo(Platform.INSTAGRAM);

  private InstagramUrls() {}

  static VideoUrl parse(WebAddress address) {
    List<String> path = address.path();
    String first = address.segment(0);
    if (POSTS.contains(first)) {
      return post(path);
    }
    if (first.equals("share")) {
      return share(path);
    }
    if (NO_HANDLES.contains(first) || !HANDLE.matcher(first).matches()) {
      return NOT_A_VIDEO;
    }
    boolean account = path.size() == 1 || (path.size() == 2 && TABS.contains(path.get(1)));
    return account
        ? new Profile(Platform.INSTAGRAM, first)
        : POSTS.contains(address.segment(1)) ? post(path.subList(1, path.size())) : NOT_A_VIDEO;
  }

  /** {@code p}, {@code reel}, {@code reels} and {@code tv} are one and the same post. */
  private static VideoUrl post(List<String> path) {
    boolean whole = path.size() == 2 || (path.size() == 3 && path.get(2).equals("embed"));
    return whole && CODE.matcher(path.get(1)).matches()
        ? new Video(
            Platform.INSTAGRAM,
            path.get(1),
            Canonical.address(Platform.INSTAGRAM, null, path.get(1)))
        : NOT_A_VIDEO;
  }

  /** {@code /share/CODE}, {@code /share/reel/CODE}: codes of another kind. */
  private static VideoUrl share(List<String> path) {
    boolean whole = path.size() == 2 || (path.size() == 3 && POSTS.contains(path.get(1)));
    return whole && SHARE_CODE.matcher(path.getLast()).matches()
        ? new ShortLink(
            Platform.INSTAGRAM,
            path.getLast(),
            "https://www.instagram.com/" + String.join("/", path) + "/")
        : NOT_A_VIDEO;
  }
}
