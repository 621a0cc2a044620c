package io.clipmeter.tracking.observation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a clip stood at on one day (UTC).
 *
 * @param views the last good reading of the day
 * @param growth views gained since the last day before it that has a reading, on the first day
 *     since the baseline; never negative
 * @param readings good readings of the day
 * @param readAt when {@code views} was read
 */
public record ClipDay(
    LocalDate day,
    long views,
    long growth,
    @Nullable Long likes,
    @Nullable Long comments,
    @Nullable Long shares,
    @Nullable Long saves,
    int readings,
    Instant readAt) {}
