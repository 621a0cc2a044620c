package io.clipmeter.tracking.source.discovery;

import io.clipmeter.tracking.source.Reading;
import io.clipmeter.tracking.source.VideoRef;

/** A video that a list held, with its counts, not judged yet, and its facts. */
public record FoundVideo(VideoRef video, Reading.Ok reading) {}
