package io.clipmeter.earnings.round;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.events.ViewsObserved;
import io.clipmeter.events.ViewsUnavailable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One clip's outcome in one round. */
public record Reading(
    UUID roundId,
    UUID clipId,
    UUID campaignId,
    ReadingOutcome outcome,
    @Nullable Long views,
    Instant observedAt,
    Source source) {

  /** A number that was measured. */
  public static Reading of(ViewsObserved seen) {
    return new Reading(
        seen.roundId(),
        seen.clipId(),
        seen.campaignId(),
        ReadingOutcome.OK,
        seen.views(),
        seen.observedAt(),
        seen.source());
  }

  /** A reading that gave no number. */
  public static Reading of(ViewsUnavailable missing) {
    return new Reading(
        missing.roundId(),
        missing.clipId(),
        missing.campaignId(),
        missing.outcome(),
        null,
        missing.observedAt(),
        missing.source());
  }
}
