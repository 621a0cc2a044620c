package io.clipmeter.links;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Reason;
import io.clipmeter.links.VideoUrl.Refused;
import io.clipmeter.links.VideoUrl.Video;
import java.time.Instant;

/**
 * Reads the URLs that people paste. Every spelling of a video leads to the same platform and id, so
 * that no video is paid twice; whatever is not surely a video is refused.
 */
public final class VideoUrls {
  /** Characters of the longest URL that is looked at. */
  public static final int LONGEST = 2_048;

  private VideoUrls() {}

  /**
   * Tells what a URL is, in time linear to its length.
   *
   * @param pasted the URL with whatever blanks or angle brackets came along
   * @param now a TikTok id carries its time of upload, which can't be in the future
   */
  public static VideoUrl parse(String pasted, Instant now) {
    if (pasted.length() > LONGEST) {
      return new Refused(Reason.TOO_LONG);
    }
    String text = trimmed(pasted);
    return TikTokUrls.account(text)
        .or(() -> WebAddress.of(text).map(address -> read(text, address, now)))
        .orElseGet(() -> new Refused(Reason.MALFORMED, Foreign.meant(text)));
  }

  /** The URL without the blanks and the angle brackets around it that come along with pasting. */
  public static String trimmed(String pasted) {
    String text = withoutBlanks(pasted);
    boolean bracketed = text.length() > 1 && text.startsWith("<") && text.endsWith(">");
    return bracketed ? withoutBlanks(text.substring(1, text.length() - 1)) : text;
  }

  private static VideoUrl read(String text, WebAddress address, Instant now) {
    return switch (ofPlatform(address, now)) {
      case NotAVideo(Platform platform, var none) ->
          new NotAVideo(platform, OtherPages.id(platform, address));
      case Refused(Reason reason, var unknown) -> new Refused(reason, Foreign.meant(text, address));
      case Video(Platform platform, String id, var url) when isNeitherTypedNorCopied(text) ->
          new NotAVideo(platform, id);
      case VideoUrl other -> other;
    };
  }

  /**
   * An address without a scheme stands in pages, where machines write hosts in lower case; with
   * capitals it is somebody's invention, and the collected forms know it as no video's. People who
   * type a host, with capitals or not, do not begin with slashes.
   */
  private static boolean isNeitherTypedNorCopied(String text) {
    int end = 2;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.startsWith("//") && text.chars().limit(end).anyMatch(Character::isUpperCase);
  }

  private static VideoUrl ofPlatform(WebAddress address, Instant now) {
    return switch (address.host()) {
      case "tiktok.com", "www.tiktok.com", "m.tiktok.com" -> TikTokUrls.parse(address, now);
      case "tiktokv.com", "www.tiktokv.com" -> TikTokUrls.shared(address, now);
      case "vm.tiktok.com", "vt.tiktok.com" -> TikTokUrls.shortLink(address);
      case "youtube.com", "www.youtube.com", "m.youtube.com" -> YouTubeUrls.parse(address);
      case "music.youtube.com", "gaming.youtube.com" -> YouTubeUrls.parse(address);
      case "youtubekids.com", "www.youtubekids.com" -> YouTubeUrls.videoOnly(address);
      case "youtube-nocookie.com", "www.youtube-nocookie.com" -> YouTubeUrls.videoOnly(address);
      case "youtu.be", "www.youtu.be" -> YouTubeUrls.shared(address);
      case "instagram.com", "www.instagram.com", "m.instagram.com" -> InstagramUrls.parse(address);
      default -> new Refused(Reason.UNSUPPORTED_HOST);
    };
  }

  private static String withoutBlanks(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** {@link String#strip()} leaves no-break and zero-width spaces where they are. */
  private static boolean blank(char c) {
    return switch (c) {
      case '\t', '\n', '\r', '\f', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> true;
      default -> Character.isSpaceChar(c);
    };
  }
}
