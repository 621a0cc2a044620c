/**
 * Shows which hashtags, sounds and creators the most viewed videos of a time have.
 *
 * <p>Never counts itself: the sums are kept with the videos.
 */
@NullMarked
package io.clipmeter.analytics.top;

import org.jspecify.annotations.NullMarked;
