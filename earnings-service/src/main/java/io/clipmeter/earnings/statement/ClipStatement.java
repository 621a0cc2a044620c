package io.clipmeter.earnings.statement;

import io.clipmeter.events.Amount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clip has earned so far.
 *
 * @param baselineViews views when it was submitted
 * @param views the highest count settled so far
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
    @Nullable Amount finalEarnings) {}
