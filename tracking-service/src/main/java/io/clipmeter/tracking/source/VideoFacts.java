package io.clipmeter.tracking.source;

import io.clipmeter.events.VideoObserved.Author;
import io.clipmeter.events.VideoObserved.Music;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider says of a video beside its counters; null or empty where it does not say. */
public record VideoFacts(
    @Nullable Author author,
    @Nullable String caption,
    @Nullable Music music,
    List<String> hashtags,
    List<String> mentions,
    @Nullable Long durationSeconds,
    @Nullable String thumbnailUrl,
    @Nullable Instant postedAt) {

  /** Nothing is known. */
  public static final VideoFacts NONE =
      new VideoFacts(null, null, null, List.of(), List.of(), null, null, null);

  public VideoFacts {
    hashtags = List.copyOf(hashtags);
    mentions = List.copyOf(mentions);
  }
}
