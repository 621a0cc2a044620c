package io.clipmeter.tracking.source.actor;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.item.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one actor is asked, and how its items are read: each has names of its own. */
public interface Actor {

  /** The one platform that it reads. */
  Platform platform();

  /** {@code user~name} */
  String id();

  /** The actor's input for these videos. */
  Map<String, Object> input(List<VideoRef> videos);

  /** The platform's id of the video that an item is about; null where it does not tell. */
  @Nullable String videoId(Item item);

  /** What a good item says; an item without a view count is not a reading. */
  Reading reading(Item item);

  /**
   * What an item without a view count says: that the video is there, unless all that it knows of it
   * is the address that was asked, which says nothing.
   *
   * @param ownId the video's id in a field of its own; null where there is none
   */
  static Reading uncounted(@Nullable String ownId, String detail) {
    return ownId == null ? Reading.failed(detail) : Reading.uncounted(detail);
  }

  /** The actor of this name for a platform. */
  static Actor of(Platform platform, String id) {
    return switch (platform) {
      case TIKTOK -> tiktok(id);
      case YOUTUBE -> youtube(id);
      case INSTAGRAM -> instagram(id);
    };
  }

  /** clockworks~tiktok-scraper, or one that speaks like it. */
  static Actor tiktok(String id) {
    return new TikTokActor(id);
  }

  /** streamers~youtube-scraper, or one that speaks like it. */
  static Actor youtube(String id) {
    return new YouTubeActor(id);
  }

  /** apify~instagram-scraper, or one that speaks like it. */
  static Actor instagram(String id) {
    return new InstagramActor(id);
  }
}
