/**
 * Reads videos of YouTube through its own API, the Data API v3.
 *
 * <p>Never spends more units of its quota than one for each 50 videos and try, and never takes an
 * answer without items for a video that is gone unless the answer is whole.
 */
@NullMarked
package io.clipmeter.tracking.source.youtube;

import org.jspecify.annotations.NullMarked;
