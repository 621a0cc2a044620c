package io.clipmeter.submission.author;

import io.clipmeter.events.Platform;
import io.clipmeter.events.VideoObserved;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who made a video, as its platform says.
 *
 * @param authorId the platform's own; null where it was not told
 */
record SeenAuthor(
    Platform platform, String videoId, @Nullable String authorId, String handle, Instant at) {

  /** Empty where the reading does not say. */
  static Optional<SeenAuthor> said(VideoObserved video) {
    return Optional.ofNullable(video.author())
        .map(
            author ->
                new SeenAuthor(
                    video.platform(),
                    video.videoId(),
                    author.id(),
                    author.username(),
                    video.observedAt()));
  }

  /** What it is the author of. */
  String key() {
    return platform + ":" + videoId;
  }

  static SeenAuthor later(SeenAuthor one, SeenAuthor other) {
    return other.at().isBefore(one.at()) ? one : other;
  }
}
