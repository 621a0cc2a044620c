package io.clipmeter.tracking.video;

import io.clipmeter.events.Source;
import io.clipmeter.events.UnavailableReason;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Instant;

/** A video that its platform does not show. */
public record LostVideo(VideoRef video, UnavailableReason reason, Instant at, Source source) {}
