package io.clipmeter.tracking.source;

import io.clipmeter.events.Source;
import java.time.Instant;

/**
 * What came of asking for one video.
 *
 * @param source who said so: of several that were asked in turn, the one whose word counts
 * @param at when it answered
 */
public record Answer(Reading reading, Source source, Instant at) {}
