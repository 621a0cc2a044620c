/**
 * What trends in a country: TikTok's most viewed videos and most used sounds.
 *
 * <p>Never asks a provider more than once in an hour for one list, and never drops a list because a
 * newer one could not be had.
 */
@NullMarked
package io.clipmeter.tracking.trend;

import org.jspecify.annotations.NullMarked;
