package io.clipmeter.tracking.video;

import io.clipmeter.events.Source;
import io.clipmeter.tracking.source.Counts;
import io.clipmeter.tracking.source.VideoFacts;
import io.clipmeter.tracking.source.VideoRef;
import java.time.Instant;

/** A video as it was read; its counts are believed. */
public record SeenVideo(
    VideoRef video, Counts counts, VideoFacts facts, Instant at, Source source) {}
