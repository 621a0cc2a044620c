package io.clipmeter.tracking.source.actor;

import io.clipmeter.events.Platform;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Music;
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
 * apify~instagram-scraper: views are {@code videoPlayCount}, what the app shows; {@code
 * videoViewCount} is another, much smaller kind and never stands in for it. Asked as {@code
 * /reel/CODE/}, because the actor leaves the plays out for {@code /p/CODE/}.
 */
record InstagramActor(String id) implements Actor {
  /** Takes addresses of reels where it asks for names, and has no types of results. */
  private static final String REEL_SCRAPER = "instagram-reel-scraper";

  private static final Pattern IN_URL =
      Pattern.compile("/(?:p|reel|reels|tv)/([0-9A-Za-z_-]{1,40})");

  @Override
  public Platform platform() {
    return Platform.INSTAGRAM;
  }

  @Override
  public Map<String, Object> input(List<VideoRef> videos) {
    List<String> urls =
        videos.stream()
            .map(video -> "https://www.instagram.com/reel/" + video.key().id() + "/")
            .toList();
    return id.endsWith(REEL_SCRAPER)
        ? Map.of("username", urls, "resultsLimit", 1)
        : Map.of("directUrls", urls, "resultsType", "posts", "resultsLimit", 1);
  }

  @Override
  public @Nullable String videoId(Item item) {
    String code = item.text("shortCode");
    return code != null ? code : Ids.inUrl(IN_URL, item, "url", "inputUrl");
  }

  @Override
  public Reading reading(Item item) {
    Long views = item.count("videoPlayCount");
    if (views == null) {
      return Actor.uncounted(item.text("shortCode"), "no videoPlayCount");
    }
    return new Reading.Ok(
        new Counts(
            views, item.plausible("likesCount"), item.plausible("commentsCount"), null, null),
        facts(item),
        Counts.Kind.PLAYS);
  }

  private static VideoFacts facts(Item item) {
    return new VideoFacts(
        author(item),
        item.text("caption"),
        music(item.at("musicInfo")),
        item.texts("hashtags", Item::self),
        item.texts("mentions", mention -> Ids.withoutAt(mention.self())),
        Times.seconds(item.node().path("videoDuration")),
        item.text("displayUrl"),
        Times.of(item.text("timestamp"), null),
        item.anyTruth("isSponsored", "paidPartnership"));
  }

  private static @Nullable Author author(Item item) {
    String name = item.text("ownerUsername");
    return name == null
        ? null
        : new Author(item.id("ownerId"), name, item.text("ownerFullName"), null);
  }

  private static @Nullable Music music(Item music) {
    Music read =
        new Music(music.id("audio_id"), music.text("song_name"), music.text("artist_name"));
    return read.equals(new Music(null, null, null)) ? null : read;
  }
}
