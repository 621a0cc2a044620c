package io.clipmeter.tracking.video;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Instant;

/**
 * A video as it was read.
 *
 * @param counted whether its views are believed; where not, all but them is taken over
 */
public record SeenVideo(
    VideoRef video, Counts counts, VideoFacts facts, Instant at, Source source, boolean counted) {

  /** One whose views are believed. */
  public SeenVideo(VideoRef video, Counts counts, VideoFacts facts, Instant at, Source source) {
    this(video, counts, facts, at, source, true);
  }
}
