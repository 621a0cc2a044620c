/**
 * Keeps what is known of each video and publishes it when something changed.
 *
 * <p>Never publishes the same thing twice in a row.
 */
@NullMarked
package io.clipmeter.tracking.video;

import org.jspecify.annotations.NullMarked;
