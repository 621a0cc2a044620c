/**
 * Knows the submissions and clips there are, and captures each one's baseline.
 *
 * <p>Never overwrites a baseline, and never reads a clip a second time: rounds do.
 */
@NullMarked
package io.clipmeter.tracking.clip;

import org.jspecify.annotations.NullMarked;
