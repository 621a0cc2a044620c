/**
 * Every video that tracking has met, clip or not: the newest that is known of it, and the sums by
 * hashtag, sound and creator.
 *
 * <p>Never shows a count that nobody told, and never drops a video because it is not there any
 * more.
 */
@NullMarked
package io.clipmeter.analytics.video;

import org.jspecify.annotations.NullMarked;
