package io.clipmeter.tracking.round;

import java.util.UUID;

/**
 * A round in the hands of whoever reads it.
 *
 * @param token grows each time the round changes hands; who holds an older one writes nothing
 */
public record ClaimedRound(UUID id, UUID campaignId, long number, long token) {}
