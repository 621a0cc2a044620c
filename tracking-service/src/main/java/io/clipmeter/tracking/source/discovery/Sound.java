package io.clipmeter.tracking.source.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sound that trends; null or empty where the provider does not say.
 *
 * @param rank its place in the country's list, 1 is the first
 * @param id the platform's own id
 * @param totalVideos how many videos use it, 0 or more
 * @param sampleVideoIds some of them
 */
public record Sound(
    int rank,
    String id,
    @Nullable String title,
    @Nullable String author,
    @Nullable Long totalVideos,
    List<String> sampleVideoIds) {
  public Sound {
    sampleVideoIds = List.copyOf(sampleVideoIds);
  }
}
