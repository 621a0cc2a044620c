package io.clipmeter.tracking.source.ayrshare;

import io.clipmeter.events.Platform;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.item.Item;
import io.clipmeter.tracking.source.item.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One network's part of an answer of {@code /analytics/post}. Each network names its fields in its
 * own way; what is absent is not known.
 */
public record AyrshareAnswer(JsonNode whole, Platform platform) {
  /** How long the numbers of TikTok and YouTube may lag behind, and be zeros instead. */
  static final Duration LAG = Duration.ofHours(48);

  /** The platform's own id of the video; null where it was not said, or is pending. */
  public @Nullable String id() {
    String id = part().id("id");
    return "pending".equals(id) ? null : id;
  }

  /** The address of the video; null where it was not said. */
  public @Nullable String url() {
    return part().text("postUrl");
  }

  /** When it was published; null where it was not said in a form that is known. */
  public @Nullable Instant created() {
    Item analytics = analytics();
    return Times.of(analytics.text("created"), analytics.count("created"));
  }

  /**
   * The numbers, or why there are none.
   *
   * @param posted when the video was published, as far as we know it ourselves
   * @param ours whether it is sure to be of the profile's own account: a foreign one has zeros too
   */
  public Reading reading(Instant now, @Nullable Instant posted, boolean ours) {
    Item analytics = analytics();
    Long views = analytics.count(viewsField());
    if (views == null) {
      return Reading.failed(("no " + viewsField() + " " + error()).strip());
    }
    if (views == 0 && !isZero(now, posted, ours)) {
      return Reading.failed("a zero that may be a number that is not there yet");
    }
    return new Reading.Ok(counts(analytics, views), facts(analytics));
  }

  /** Whether a zero can be relied on. Instagram leaves out what it does not have yet. */
  private boolean isZero(Instant now, @Nullable Instant posted, boolean ours) {
    Instant since = posted == null ? created() : posted;
    return switch (platform) {
      case INSTAGRAM -> true;
      case TIKTOK, YOUTUBE -> ours && since != null && since.plus(LAG).isBefore(now);
    };
  }

  private String viewsField() {
    return switch (platform) {
      case TIKTOK -> "videoViews";
      case INSTAGRAM -> "viewsCount";
      case YOUTUBE -> "views";
    };
  }

  private Counts counts(Item analytics, long views) {
    return switch (platform) {
      case TIKTOK ->
          new Counts(
              views,
              analytics.plausible("likeCount"),
              analytics.plausible("commentsCount"),
              analytics.plausible("shareCount"),
              analytics.plausible("favorites"));
      case INSTAGRAM ->
          new Counts(
              views,
              analytics.plausible("likeCount"),
              analytics.plausible("commentsCount"),
              analytics.plausible("sharesCount"),
              analytics.plausible("savedCount"));
      case YOUTUBE ->
          new Counts(
              views,
              analytics.plausible("likes"),
              analytics.plausible("comments"),
              analytics.plausible("shares"),
              null);
    };
  }

  private VideoFacts facts(Item analytics) {
    return new VideoFacts(
        null,
        analytics.text("caption"),
        null,
        List.of(),
        List.of(),
        Times.seconds(analytics.node().path("videoDuration")),
        analytics.text("thumbnailUrl"),
        created());
  }

  private Item part() {
    return new Item(whole).at(platform.name().toLowerCase(Locale.ROOT));
  }

  private Item analytics() {
    return part().at("analytics");
  }

  /** The code of this network's error in a partial answer. */
  private String error() {
    for (JsonNode error : whole.path("errors")) {
      String network = error.path("platform").asString("");
      if (network.isEmpty() || network.equalsIgnoreCase(platform.name())) {
        return AyrshareErrors.code(error);
      }
    }
    return "";
  }

  /** Says nothing of the numbers' owner. */
  @Override
  public String toString() {
    return "AyrshareAnswer[" + platform + "]";
  }
}
