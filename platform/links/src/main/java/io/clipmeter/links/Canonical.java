package io.clipmeter.links;

import io.clipmeter.events.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one address of each video, and what its id tells. */
public final class Canonical {
  private Canonical() {}

  /**
   * Where a video is, whoever named it how.
   *
   * @param handle of its author, without an at sign; only TikTok writes it, and finds the video
   *     without it, too
   */
  public static String address(Platform platform, @Nullable String handle, String id) {
    return switch (platform) {
      case TIKTOK -> "https://www.tiktok.com/@" + (handle == null ? "" : handle) + "/video/" + id;
      case YOUTUBE -> "https://www.youtube.com/watch?v=" + id;
      case INSTAGRAM -> "https://www.instagram.com/reel/" + id + "/";
    };
  }

  /** When a video was uploaded, to the second, where its id tells: TikTok's upper 32 bits do. */
  public static @Nullable Instant uploadedAt(Platform platform, String id) {
    return platform == Platform.TIKTOK && id.matches("[0-9]{19}")
        ? Instant.ofEpochSecond(Long.parseUnsignedLong(id) >>> 32)
        : null;
  }
}
