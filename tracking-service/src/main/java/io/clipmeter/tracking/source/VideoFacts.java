package io.clipmeter.tracking.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Music;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a video beside its counters; null or empty where it does not say.
 *
 * @param sponsored whether it calls the video an advertisement or paid for
 */
public record VideoFacts(
    @Nullable Author author,
    @Nullable String caption,
    @Nullable Music music,
    List<String> hashtags,
    List<String> mentions,
    @Nullable Long durationSeconds,
    @Nullable String thumbnailUrl,
    @Nullable Instant postedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean sponsored) {

  /** Nothing is known. */
  public static final VideoFacts NONE =
      new VideoFacts(null, null, null, List.of(), List.of(), null, null, null);

  /** Of a provider that does not say whether a video is an advertisement. */
  public VideoFacts(
      @Nullable Author author,
      @Nullable String caption,
      @Nullable Music music,
      List<String> hashtags,
      List<String> mentions,
      @Nullable Long durationSeconds,
      @Nullable String thumbnailUrl,
      @Nullable Instant postedAt) {
    this(author, caption, music, hashtags, mentions, durationSeconds, thumbnailUrl, postedAt, null);
  }

  public VideoFacts {
    hashtags = List.copyOf(hashtags);
    mentions = List.copyOf(mentions);
  }
}
