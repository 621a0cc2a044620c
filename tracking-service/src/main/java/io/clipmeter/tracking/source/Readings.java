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
 * @param ats when those were measured that were not measured then
 */
public record Readings(
    Source source, Instant at, Map<VideoKey, Reading> answers, Map<VideoKey, Instant> ats) {
  private static final Reading MISSING = Reading.failed("no item in the answer");

  public Readings {
    answers = Map.copyOf(answers);
    ats = Map.copyOf(ats);
  }

  /** Answers that were all measured when they came. */
  public Readings(Source source, Instant at, Map<VideoKey, Reading> answers) {
    this(source, at, answers, Map.of());
  }

  /** When this video was measured. */
  public Instant at(VideoKey video) {
    return ats.getOrDefault(video, at);
  }

  /** The same failure for all that were asked. */
  public static Readings failed(
      Source source, Instant at, Collection<VideoRef> asked, Reading failure) {
    Map<VideoKey, Reading> answers = new HashMap<>();
    asked.forEach(ref -> answers.put(ref.key(), failure));
    return new Readings(source, at, answers);
  }

  /** The same answers, but these for these videos. */
  public Readings with(Map<VideoKey, Reading> instead) {
    Map<VideoKey, Reading> changed = new HashMap<>(answers);
    changed.putAll(instead);
    return new Readings(source, at, changed, ats);
  }

  /** What came of this video. */
  public Reading of(VideoKey video) {
    return answers.getOrDefault(video, MISSING);
  }
}
