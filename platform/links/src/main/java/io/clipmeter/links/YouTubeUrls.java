package io.clipmeter.links;

import io.clipmeter.events.Platform;
import io.clipmeter.links.VideoUrl.NotAVideo;
import io.clipmeter.links.VideoUrl.Profile;
import io.clipmeter.links.VideoUrl.Video;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What paths of YouTube mean. */
final class YouTubeUrls {
  // An id is 64 bits in 11 characters, so its last character is one of sixteen. That is not asked
  // for here: an id that cannot exist is found missing by the platform, like any other.
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{11}");
  private static final Set<String> WORDS_THAT_LOOK_LIKE_IDS = Set.of("videoseries", "live_stream");
  private static final Pattern CHANNEL = Pattern.compile("UC[0-9A-Za-z_-]{22}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._%-]{1,100}");
  private static final VideoUrl NOT_A_VIDEO = new NotAVideo(Platform.YOUTUBE);

  private YouTubeUrls() {}

  static VideoUrl parse(WebAddress address) {
    return account(address)
        .<VideoUrl>map(name -> new Profile(Platform.YOUTUBE, name))
        .orElseGet(() -> videoOnly(address));
  }

  /** For hosts whose accounts are none of YouTube's. */
  static VideoUrl videoOnly(WebAddress address) {
    return switch (address.segment(0)) {
      case "", "watch", "ytscreeningroom" ->
          address.path().size() <= 1 ? played(address) : NOT_A_VIDEO;
      case "shorts", "live" -> address.path().size() == 2 ? video(address, 1) : NOT_A_VIDEO;
      case "embed", "v", "vi", "e", "an_webp" ->
          address.path().size() == 2 ? embedded(address) : NOT_A_VIDEO;
      case "attribution_link" -> address.path().size() == 1 ? attributed(address) : NOT_A_VIDEO;
      default -> NOT_A_VIDEO;
    };
  }

  /** {@code youtu.be/ID}. */
  static VideoUrl shared(WebAddress address) {
    return address.path().size() == 1 && !isOfPlaylist(address) ? video(address, 0) : NOT_A_VIDEO;
  }

  /** Where {@code v} stands twice, the first one counts, everywhere. */
  private static VideoUrl played(WebAddress address) {
    return isOfPlaylist(address) ? NOT_A_VIDEO : video(address.parameter("v", "vi"));
  }

  /** Old players put their parameters behind an ampersand alone. */
  private static VideoUrl embedded(WebAddress address) {
    String segment = address.segment(1);
    int end = segment.indexOf('&');
    return isOfPlaylist(address)
        ? NOT_A_VIDEO
        : video(end < 0 ? segment : segment.substring(0, end));
  }

  /** {@code /attribution_link?u=%2Fwatch%3Fv%3DID}: a path of the same host, one level deep. */
  private static VideoUrl attributed(WebAddress address) {
    Optional<String> target = decoded(address.parameter("u"));
    return target
        .filter(path -> path.startsWith("/watch?"))
        .flatMap(path -> WebAddress.of("https://" + address.host() + path))
        .map(YouTubeUrls::played)
        .orElse(NOT_A_VIDEO);
  }

  /**
   * A link with a playlist means the playlist, unless it says which place of it was playing, or the
   * playlist is a mix that was made around the video.
   */
  private static boolean isOfPlaylist(WebAddress address) {
    String list = address.parameter("list");
    return !list.isEmpty() && !list.startsWith("RD") && address.parameter("index").isEmpty();
  }

  private static VideoUrl video(WebAddress address, int segment) {
    return video(address.segment(segment));
  }

  private static VideoUrl video(String id) {
    return ID.matcher(id).matches() && !WORDS_THAT_LOOK_LIKE_IDS.contains(id)
        ? new Video(Platform.YOUTUBE, id, Canonical.address(Platform.YOUTUBE, null, id))
        : NOT_A_VIDEO;
  }

  private static Optional<String> account(WebAddress address) {
    String first = address.segment(0);
    String second = address.segment(1);
    return switch (first) {
      case "channel" -> Optional.of(second).filter(id -> CHANNEL.matcher(id).matches());
      case "c", "user" -> Optional.of(second).filter(name -> NAME.matcher(name).matches());
      default ->
          Optional.of(first)
              .filter(name -> name.startsWith("@"))
              .filter(name -> NAME.matcher(name.substring(1)).matches());
    };
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
