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
 * @param hashtags the first hundred of at most a hundred characters; so for mentions
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

  private static final int NAMES_MAX = 100;
  private static final int NAME_LENGTH_MAX = 100;

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
    hashtags = bounded(hashtags);
    mentions = bounded(mentions);
  }

  /**
   * The first of them, without those that no platform allows: a tag that was cut would be another
   * one. All that is kept of a video fits into one record, whatever its provider says.
   */
  private static List<String> bounded(List<String> names) {
    return names.stream()
        .filter(name -> name.codePointCount(0, name.length()) <= NAME_LENGTH_MAX)
        .limit(NAMES_MAX)
        .toList();
  }
}
