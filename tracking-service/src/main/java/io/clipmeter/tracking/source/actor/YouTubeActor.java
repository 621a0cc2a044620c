package io.clipmeter.tracking.source.actor;

import io.clipmeter.events.Platform;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.item.Times;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * streamers~youtube-scraper: views are {@code viewCount}. Its {@code commentsCount} is not to be
 * trusted (14 at 35 million views) and is left out.
 */
record YouTubeActor(String id) implements Actor {
  private static final Pattern IN_URL =
      Pattern.compile(
          "(?:[?&]v=|youtu\\.be/|/shorts/|/live/|/embed/)([0-9A-Za-z_-]{11})(?![0-9A-Za-z_-])");

  @Override
  public Platform platform() {
    return Platform.YOUTUBE;
  }

  @Override
  public Map<String, Object> input(List<VideoRef> videos) {
    return Map.of(
        "startUrls",
        videos.stream().map(video -> Map.of("url", video.url())).toList(),
        "maxResults",
        1,
        "maxResultsShorts",
        1,
        "maxResultStreams",
        1);
  }

  @Override
  public @Nullable String videoId(Item item) {
    String id = item.text("id");
    return id != null ? id : Ids.inUrl(IN_URL, item, "url", "input");
  }

  @Override
  public Reading reading(Item item) {
    Long views = item.count("viewCount");
    if (views == null) {
      return Actor.uncounted(item.text("id"), "no viewCount");
    }
    return new Reading.Ok(
        new Counts(views, item.plausible("likes"), null, null, null), facts(item));
  }

  private static VideoFacts facts(Item item) {
    return new VideoFacts(
        author(item),
        item.text("title"),
        null,
        item.texts("hashtags", tag -> Ids.withoutHash(tag.self())),
        List.of(),
        Times.clock(item.text("duration")),
        item.text("thumbnailUrl"),
        Times.of(item.text("date"), null));
  }

  /** A name that is shown is no handle, and may be another's; the id is in an address, too. */
  private static @Nullable Author author(Item item) {
    String handle = Ids.withoutAt(item.text("channelUsername"));
    String id = item.text("channelId");
    String username = handle == null ? id : handle;
    return username == null ? null : new Author(id, username, item.text("channelName"), null);
  }
}
