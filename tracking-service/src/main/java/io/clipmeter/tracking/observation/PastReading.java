package io.clipmeter.tracking.observation;

import io.clipmeter.events.ReadingOutcome;
import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.Counts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading in a clip's history.
 *
 * @param readingId the round's id, or an id of its own for a baseline
 * @param views null where there was no number; where the outcome is IMPLAUSIBLE, the number that
 *     was not believed
 * @param countKind what views counts; null where there is no number, or it was not kept
 */
public record PastReading(
    UUID readingId,
    Observation.Kind kind,
    ReadingOutcome outcome,
    @Nullable UnavailableReason reason,
    @Nullable Long views,
    Counts.@Nullable Kind countKind,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    Instant observedAt,
    Source source) {}
