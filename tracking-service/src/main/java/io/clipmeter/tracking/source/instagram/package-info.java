/**
 * Reads videos of Instagram through its Graph API, each with the token of its own account. What it
 * counts is the metric {@code views} and no other.
 *
 * <p>Never takes an empty answer for a zero: Instagram has no data yet, or not enough viewers.
 */
@NullMarked
package io.clipmeter.tracking.source.instagram;

import org.jspecify.annotations.NullMarked;
