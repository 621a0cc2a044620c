package io.clipmeter.tracking.source;

import java.util.Map;
import java.util.Objects;

/** The answers to one question, each with who gave it: every video that was asked has one. */
public record Answers(Map<VideoKey, Answer> byVideo) {
  public Answers {
    byVideo = Map.copyOf(byVideo);
  }

  /**
   * What came of this video.
   *
   * @throws NullPointerException where it was not asked
   */
  public Answer of(VideoKey video) {
    return Objects.requireNonNull(byVideo.get(video), () -> video + " was not asked");
  }
}
