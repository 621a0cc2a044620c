package io.clipmeter.links;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.ShortLink;
import io.clipmeter.links.VideoUrl.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What paths of TikTok mean. */
final class TikTokUrls {
  private static final Pattern HANDLE = Pattern.compile("@[A-Za-z0-9._]{1,30}");
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{18}");
  private static final Pattern ACCOUNT_ID = Pattern.compile("MS4wLjABAAAA[A-Za-z0-9_-]{64}");
  private static final String ACCOUNT_BY_ID = "tiktokuser:";
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{5,32}");
  private static final Instant FIRST_UPLOAD = Instant.parse("2014-01-01T00:00:00Z");
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
  private static final VideoUrl NOT_A_VIDEO = new NotAVideo(Platform.TIKTOK);

  private TikTokUrls() {}

  static VideoUrl parse(WebAddress address, Instant now) {
    String first = address.segment(0);
    return switch (first) {
      case "share" -> shared(address, now);
      case "embed", "player" -> embedded(address, now);
      case "v" -> address.path().size() == 2 ? mobile(address.segment(1), now) : NOT_A_VIDEO;
      case "t" ->
          address.path().size() == 2 ? code("www.tiktok.com/t/", address.segment(1)) : NOT_A_VIDEO;
      default -> first.startsWith("@") ? ofAccount(address, now) : NOT_A_VIDEO;
    };
  }

  /** {@code tiktokuser:ID}, as downloaders write an account whose name may change. */
  static Optional<VideoUrl> account(String text) {
    return Optional.of(text)
        .filter(link -> link.startsWith(ACCOUNT_BY_ID))
        .map(link -> link.substring(ACCOUNT_BY_ID.length()))
        .filter(TikTokUrls::isAccountId)
        .map(id -> new Profile(Platform.TIKTOK, id));
  }

  /** No name is as long, so that the two are never taken for each other. */
  static boolean isAccountId(String account) {
    return ACCOUNT_ID.matcher(account).matches();
  }

  /** {@code /share/video/ID}. */
  static VideoUrl shared(WebAddress address, Instant now) {
    boolean video =
        address.path().size() == 3
            && address.segment(0).equals("share")
            && address.segment(1).equals("video");
    return video ? video("", address.segment(2), now) : NOT_A_VIDEO;
  }

  /** {@code vm.tiktok.com/CODE}. */
  static VideoUrl shortLink(WebAddress address) {
    return address.path().size() == 1
        ? code(address.host() + "/", address.segment(0))
        : NOT_A_VIDEO;
  }

  /** {@code /embed/ID}, {@code /embed/v2/ID}, {@code /player/v1/ID}. */
  private static VideoUrl embedded(WebAddress address, Instant now) {
    int last = address.path().size() - 1;
    boolean versioned = last == 2 && address.segment(1).matches("v[0-9]");
    return versioned || last == 1 ? video("", address.segment(last), now) : NOT_A_VIDEO;
  }

  private static VideoUrl mobile(String page, Instant now) {
    return page.endsWith(".html")
        ? video("", page.substring(0, page.length() - ".html".length()), now)
        : NOT_A_VIDEO;
  }

  /**
   * The handle is not checked where an id follows, for TikTok itself ignores it: who made the video
   * only the platform can say. An empty one is common in shared links.
   */
  private static VideoUrl ofAccount(WebAddress address, Instant now) {
    String handle = address.segment(0);
    boolean known = HANDLE.matcher(handle).matches();
    if (address.path().size() == 1) {
      return known ? new Profile(Platform.TIKTOK, handle.substring(1)) : NOT_A_VIDEO;
    }
    boolean video = address.path().size() == 3 && address.segment(1).equals("video");
    return video && (known || handle.equals("@"))
        ? video(handle.substring(1), address.segment(2), now)
        : NOT_A_VIDEO;
  }

  /** The handle is kept for readers who want one; platform and id alone say which video it is. */
  private static VideoUrl video(String handle, String id, Instant now) {
    return ID.matcher(id).matches() && uploaded(id, now)
        ? new Video(Platform.TIKTOK, id, Canonical.address(Platform.TIKTOK, handle, id))
        : NOT_A_VIDEO;
  }

  private static boolean uploaded(String id, Instant now) {
    Instant upload = Canonical.uploadedAt(Platform.TIKTOK, id);
    return upload != null
        && upload.isAfter(FIRST_UPLOAD)
        && upload.isBefore(now.plus(CLOCKS_DIFFER));
  }

  /** Codes of one host may mean something else with another. */
  private static VideoUrl code(String place, String code) {
    return CODE.matcher(code).matches()
        ? new ShortLink(Platform.TIKTOK, code, "https://" + place + code + "/")
        : NOT_A_VIDEO;
  }
}
