package io.clipmeter.earnings.terms;

import org.jspecify.annotations.Nullable;

/**
 * The stretch of a clip's growth that one price pays.
 *
 * @param views where it begins: the height that was settled when it was opened
 * @param micros what the clip had earned when it was opened
 * @param carry what earlier segments were worth and did not pay, in thousandths of a micro-unit: a
 *     fraction, or all of it while the clip has too few views to earn
 * @param termsVersion the version of the terms that opened it; null before the clip's first round
 */
public record Segment(long views, long micros, long carry, @Nullable Long termsVersion) {}
