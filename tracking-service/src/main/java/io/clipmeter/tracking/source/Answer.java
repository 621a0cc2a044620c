package io.clipmeter.tracking.source;

import io.clipmeter.events.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for one video.
 *
 * @param source who said so: of several that were asked in turn, the one whose word counts
 * @param at when it answered
 */
public record Answer(Reading reading, Source source, Instant at) {

  /** What its views count; null where there is no number. */
  public Counts.@Nullable Kind kind() {
    return reading instanceof Reading.Ok ok ? ok.kind() : null;
  }
}
