package io.clipmeter.tracking.chaos;

import io.clipmeter.events.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A clip that is read. Everything is invented.
 *
 * @param baseline 0 for a video that nobody ever watches
 */
record Clip(UUID id, UUID campaign, Platform platform, String video, String url, long baseline) {

  /**
   * So many campaigns of so many clips, evenly on all platforms.
   *
   * @param unwatched where there are videos that nobody ever watches: not where a provider's zero
   *     can never be told from a number that is not there yet
   */
  static List<Clip> herd(Dice dice, int campaigns, int clipsEach, Set<Platform> unwatched) {
    List<Clip> herd = new ArrayList<>();
    for (int c = 0; c < campaigns; c++) {
      UUID campaign = new UUID(0x7000L, dice.of("campaign", c).nextLong());
      for (int i = 0; i < clipsEach; i++) {
        var random = dice.of("clip", c, i);
        UUID id = new UUID(0x7000L, random.nextLong());
        Platform platform = Platform.values()[i % Platform.values().length];
        String video = video(platform, c * clipsEach + i);
        boolean none = random.nextInt(20) == 0 && unwatched.contains(platform);
        long baseline = none ? 0 : 1 + random.nextLong(1_000_000);
        herd.add(new Clip(id, campaign, platform, video, url(platform, video), baseline));
      }
    }
    return herd;
  }

  private static String video(Platform platform, int number) {
    return switch (platform) {
      case TIKTOK -> Long.toString(7_600_000_000_000_000_001L + number);
      case YOUTUBE -> "Yt_%08d".formatted(number);
      case INSTAGRAM -> "Cha0s%06d".formatted(number);
    };
  }

  private static String url(Platform platform, String video) {
    return switch (platform) {
      case TIKTOK -> "https://www.tiktok.com/@someone/video/" + video;
      case YOUTUBE -> "https://www.youtube.com/watch?v=" + video;
      case INSTAGRAM -> "https://www.instagram.com/reel/" + video + "/";
    };
  }
}
