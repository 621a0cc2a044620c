package io.clipmeter.analytics.video;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video of a campaign, however it came to it.
 *
 * @param clipId the approved submission that brought it; null where it came without one
 * @param clipperId whose submission that is
 * @param posted whether it was posted for the campaign on schedule
 */
record CampaignVideo(
    FoundVideo video, @Nullable UUID clipId, @Nullable String clipperId, boolean posted) {}
