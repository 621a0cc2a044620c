package io.clipmeter.earnings.statement;

import io.clipmeter.events.Amount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clip has earned so far.
 *
 * @param baselineViews views when it was submitted
 * @param views the highest count settled so far
 * @param earnings what its views earned
 * @param adjusted what admins added to that, or took back
 * @param held what is held of both
 * @param finalEarnings set once the campaign is complete
 */
record ClipStatement(
    UUID clipId,
    UUID campaignId,
    String clipperId,
    String platform,
    String videoId,
    long baselineViews,
    long views,
    Amount earnings,
    Amount adjusted,
    Amount held,
    @Nullable Amount finalEarnings) {}
