package io.clipmeter.tracking.source;

import io.clipmeter.events.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The answers to one question, by video. A video without an answer is unknown.
 *
 * @param at when the answers came
 */
public record Readings(Source source, Instant at, Map<VideoKey, Reading> answers) {
  private static final Reading MISSING = Reading.failed("no item in the answer");

  public Readings {
    answers = Map.copyOf(answers);
  }

  /** The same failure for all that were asked. */
  public static Readings failed(
      Source source, Instant at, Collection<VideoRef> asked, String detail) {
    Map<VideoKey, Reading> answers = new HashMap<>();
    asked.forEach(ref -> answers.put(ref.key(), Reading.failed(detail)));
    return new Readings(source, at, answers);
  }

  /** What came of this video. */
  public Reading of(VideoKey video) {
    return answers.getOrDefault(video, MISSING);
  }
}
