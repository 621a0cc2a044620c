/**
 * What trends in a country: TikTok's most viewed videos and most used sounds.
 *
 * <p>Never asks a provider for a list that it has had in the last hour or that somebody is having,
 * and never drops a list because a newer one could not be had.
 */
@NullMarked
package io.clipmeter.tracking.trend;

import org.jspecify.annotations.NullMarked;
