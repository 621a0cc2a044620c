package io.clipmeter.tracking.source;

import io.clipmeter.events.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for one video.
 *
 * @param source who said so: of several that were asked in turn, the one whose word counts
 * @param at when it answered
 * @param unheard whether one of those that were asked could not answer: it may know better
 * @param overruled what a provider said, that the video is gone, where an admin's entry counts for
 *     more; null where none did
 */
public record Answer(
    Reading reading, Source source, Instant at, boolean unheard, @Nullable Answer overruled) {
  /** One that overrules nobody. */
  public Answer(Reading reading, Source source, Instant at, boolean unheard) {
    this(reading, source, at, unheard, null);
  }

  /** What one provider said, where nobody else was asked. */
  public Answer(Reading reading, Source source, Instant at) {
    this(reading, source, at, reading instanceof Reading.Unknown said && said.fault() != null);
  }

  /** The same, though another one that was asked could not answer either, or could. */
  public Answer beside(Answer other) {
    return new Answer(reading, source, at, unheard || other.unheard, overruled);
  }

  /** The same, said by an admin of what another called gone. */
  public Answer over(Answer gone) {
    return new Answer(reading, source, at, unheard || gone.unheard, gone);
  }

  /** What its views count; null where there is no number. */
  public Counts.@Nullable Kind kind() {
    return reading instanceof Reading.Ok ok ? ok.kind() : null;
  }
}
