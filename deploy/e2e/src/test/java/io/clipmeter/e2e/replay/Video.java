package io.clipmeter.e2e.replay;

/**
 * A video of the recording.
 *
 * @param platform youtube, tiktok or instagram
 */
public record Video(String platform, String id) {
  /** An address as a clipper would paste it. */
  String url() {
    return switch (platform) {
      case "youtube" -> "https://www.youtube.com/watch?v=" + id;
      case "tiktok" -> "https://www.tiktok.com/@someone/video/" + id;
      case "instagram" -> "https://www.instagram.com/reel/" + id + "/";
      default -> throw new IllegalArgumentException("no such platform: " + platform);
    };
  }
}
