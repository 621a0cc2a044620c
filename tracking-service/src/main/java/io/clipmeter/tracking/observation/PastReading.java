package io.clipmeter.tracking.observation;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading in a clip's history.
 *
 * @param readingId the round's id, or an id of its own for a baseline
 * @param views null where there was no number; where the outcome is IMPLAUSIBLE, the number that
 *     was not believed
 */
public record PastReading(
    UUID readingId,
    Observation.Kind kind,
    ReadingOutcome outcome,
    @Nullable UnavailableReason reason,
    @Nullable Long views,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant observedAt,
    Source source) {}
