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

/** clockworks~tiktok-scraper: views are {@code playCount}. */
record TikTokActor(String id) implements Actor {
  private static final Pattern IN_URL = Pattern.compile("/(?:video|photo)/([0-9]{1,20})");

  @Override
  public Platform platform() {
    return Platform.TIKTOK;
  }

  @Override
  public Map<String, Object> input(List<VideoRef> videos) {
    return Map.of(
        "postURLs",
        videos.stream().map(VideoRef::url).toList(),
        "resultsPerPage",
        1,
        "shouldDownloadVideos",
        false,
        "shouldDownloadCovers",
        false,
        "shouldDownloadSubtitles",
        false,
        "shouldDownloadSlideshowImages",
        false);
  }

  @Override
  public @Nullable String videoId(Item item) {
    String id = item.id("id");
    return id != null ? id : Ids.inUrl(IN_URL, item, "url", "input", "webVideoUrl");
  }

  @Override
  public Reading reading(Item item) {
    Long views = item.count("playCount");
    if (views == null) {
      return Actor.uncounted(item.id("id"), "no playCount");
    }
    return new Reading.Ok(
        new Counts(
            views,
            item.plausible("diggCount"),
            item.plausible("commentCount"),
            item.plausible("shareCount"),
            item.plausible("collectCount")),
        facts(item));
  }

  private static VideoFacts facts(Item item) {
    return new VideoFacts(
        author(item.at("authorMeta")),
        item.text("text"),
        music(item.at("musicMeta")),
        item.texts("hashtags", tag -> tag.text("name")),
        item.texts("mentions", mention -> Ids.withoutAt(mention.self())),
        item.at("videoMeta").plausible("duration"),
        item.at("videoMeta").text("coverUrl"),
        Times.of(item.text("createTimeISO"), item.plausible("createTime")),
        item.anyTruth("isAd", "isSponsored"));
  }

  private static @Nullable Author author(Item author) {
    String name = author.text("name");
    return name == null
        ? null
        : new Author(author.id("id"), name, author.text("nickName"), author.text("avatar"));
  }

  private static @Nullable Music music(Item music) {
    Music read = new Music(music.id("musicId"), music.text("musicName"), music.text("musicAuthor"));
    return read.equals(new Music(null, null, null)) ? null : read;
  }
}
