package io.clipmeter.tracking.source.tiktok;

import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.connected.ConnectedAccount;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.item.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A video of {@code video/query}. There is no count of saves. */
record TikTokVideo(Item item) {

  @Nullable String id() {
    return item.id("id");
  }

  Reading reading(ConnectedAccount account) {
    Long views = item.count("view_count");
    if (views == null) {
      return Reading.uncounted("no view_count");
    }
    return new Reading.Ok(
        new Counts(
            views,
            item.plausible("like_count"),
            item.plausible("comment_count"),
            item.plausible("share_count"),
            null),
        facts(account));
  }

  /**
   * The answer holds the token's own videos only, so the account is the author. Which id it was
   * connected under is another than the public one, and is not compared with that.
   */
  private VideoFacts facts(ConnectedAccount account) {
    String caption = item.text("video_description");
    return new VideoFacts(
        new Author(null, account.handle(), null, null),
        caption == null ? item.text("title") : caption,
        null,
        List.of(),
        List.of(),
        Times.seconds(item.node().path("duration")),
        item.text("cover_image_url"),
        Times.of(null, item.count("create_time")));
  }
}
