package io.clipmeter.tracking.source.youtube;

import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.item.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of {@code videos.list}. Counts are strings; one that is hidden is left out. */
record YouTubeVideo(Item item) {
  private static final List<String> LARGEST_FIRST =
      List.of("maxres", "standard", "high", "medium", "default");

  @Nullable String id() {
    return item.text("id");
  }

  /** A video that does not count its views yet (a live one, say) has no {@code viewCount}. */
  Reading reading() {
    Item statistics = item.at("statistics");
    Long views = statistics.digits("viewCount");
    if (views == null) {
      return Reading.uncounted("no viewCount");
    }
    return new Reading.Ok(
        new Counts(
            views, statistics.digits("likeCount"), statistics.digits("commentCount"), null, null),
        facts());
  }

  private VideoFacts facts() {
    Item snippet = item.at("snippet");
    return new VideoFacts(
        author(snippet),
        snippet.text("title"),
        null,
        snippet.texts("tags", Item::self),
        List.of(),
        Times.iso(item.at("contentDetails").text("duration")),
        thumbnail(snippet.at("thumbnails")),
        Times.of(snippet.text("publishedAt"), null));
  }

  /** A title is no handle, and may be another's: the name in the channel's address is its id. */
  private static @Nullable Author author(Item snippet) {
    String id = snippet.text("channelId");
    return id == null ? null : new Author(id, id, snippet.text("channelTitle"), null);
  }

  private static @Nullable String thumbnail(Item thumbnails) {
    for (String size : LARGEST_FIRST) {
      String url = thumbnails.at(size).text("url");
      if (url != null) {
        return url;
      }
    }
    return null;
  }
}
