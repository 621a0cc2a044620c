package io.clipmeter.tracking.clip;

import io.clipmeter.tracking.source.VideoRef;
import java.util.UUID;

/**
 * A submission whose baseline is to be captured.
 *
 * @param tries how often it was tried, this time included
 */
record PendingBaseline(UUID clipId, VideoRef video, int tries) {}
